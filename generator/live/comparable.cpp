// A database's schema as far as definitions can speak of it.
#include "live/comparable.hpp"

#include <vector>

namespace schemac::compiler::live {
namespace {

/// Where the runner of migrations keeps its ledger: no part of anybody's schema.
constexpr std::string_view kLedgerSchema = "schemac";

}  // namespace

model::Model comparable(const model::Model& model, bool with_owners) {
  std::vector<model::Object> objects;
  for (const model::Object& object : model.objects()) {
    const bool ledger =
        object.id.schema == kLedgerSchema || (object.id.kind == "schema" && object.id.name == kLedgerSchema);
    if (!ledger && (with_owners || object.id.kind != "owner")) objects.push_back(object);
  }
  return {model.project(), std::move(objects)};
}

}  // namespace schemac::compiler::live
