// What a catalogue holds, and what it should hold, in one comparable form.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "acceptance/catalogue/definitions.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {

/// Subject ("columns of bills", "comments") to its facts: columns and enum values in their order, the rest
/// sorted.
using Facts = std::map<std::string, std::vector<std::string>>;

/// Reads the catalogue as it is after `change`, which is rolled back.
Facts catalogue_facts(TestDatabase& database, const std::string& change = {});

/// What the definitions ask for. `speller` is an empty database: PostgreSQL itself is asked there how it
/// spells each type and expression, so that "varchar(9)" and `a <> 1` compare with what a catalogue says.
/// `loaded` holds the schema: it is asked how conditions of policies are spelled.
Facts expected_facts(const Definitions& definitions, TestDatabase& speller, TestDatabase& loaded);

/// The expression of a check by its name, as SQL.
std::string check_expression(TestDatabase& database, const std::string& name);

}  // namespace schemac::testing
