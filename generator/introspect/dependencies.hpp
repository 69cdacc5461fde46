// Who needs whom in a database, by the catalogue's own record (pg_depend).
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "model/model.hpp"
#include "schemac/transaction.hpp"

namespace schemac::compiler::introspect {

/// How the catalogue names anything: the table that describes it, its row there, and a column of it or 0.
struct Address {
  std::uint32_t catalogue = 0;
  std::uint32_t oid = 0;
  std::int32_t part = 0;

  friend bool operator==(const Address&, const Address&) = default;
};

struct AddressHash {
  std::size_t operator()(const Address& address) const {
    return (std::size_t{address.oid} << 12U) ^ (std::size_t{address.catalogue} << 40U) ^
           static_cast<std::size_t>(address.part);
  }
};

/// Where each object stands in a list of objects.
using Places = std::unordered_map<Address, std::size_t, AddressHash>;

/// The members of extensions: they are no objects of ours, and what needs one needs its extension.
using Members = std::unordered_map<Address, Address, AddressHash>;
Members extension_members(Transaction& transaction);

/// What stands for an object without being one: the type of a table's rows, the index of a constraint.
using Aliases = std::unordered_map<Address, Address, AddressHash>;
Aliases aliases(Transaction& transaction);

/// Finds the object for which an address stands: itself, what it is an alias or a part of, or the extension
/// that it is a member of. nullptr: for none.
const std::size_t* find_place(Address address, const Places& places, const Members& members,
                              const Aliases& aliases);

/// Sets `recorded_needs` of every object that has a place.
void record_needs(Transaction& transaction, const Places& places, const Members& members,
                  const Aliases& aliases, std::vector<model::Object>& objects);

}  // namespace schemac::compiler::introspect
