// One transaction, one query a kind; then the dependencies are resolved among what was found.
#include "introspect/introspect.hpp"

#include <algorithm>
#include <unordered_map>

#include "introspect/dependencies.hpp"
#include "introspect/unknown.hpp"
#include "schemac/codec/codecs.hpp"

namespace schemac::compiler::introspect {
namespace {

using model::Object;

constexpr std::string_view kUserSchemas =
    "WITH user_schemas AS (SELECT oid, nspname FROM pg_catalog.pg_namespace"
    " WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')\n";

/// The types of pg_type that queries give.
enum TypeOid : std::uint32_t { kBool = 16, kChar = 18, kInt8 = 20, kInt2 = 21, kInt4 = 23, kOid = 26 };

/// What has been read so far.
struct Found {
  Members members;
  Aliases aliases;
  Places places;
  std::vector<Object> objects;
};

/// Where the columns of a result stand, by name: looked up once for all of its rows.
using Columns = std::unordered_map<std::string_view, int>;

Columns columns_of(const Result& result) {
  Columns columns;
  for (int i = 0; i < result.columns(); ++i) columns.emplace(result.column_name(i), i);
  return columns;
}

class Row final : public model::CatalogueRow {
 public:
  Row(const Result& result, const Columns& columns, int row, const Found& found)
      : result_(result), columns_(columns), row_(row), found_(found) {}

  [[nodiscard]] std::string text(std::string_view column) const override {
    const int index = index_of(column);
    const FieldView field = result_.field(row_, index);
    if (field.is_null()) return {};
    switch (result_.column_type(index)) {
      case kBool:
        return Codec<bool>::decode(field) ? "t" : "f";
      case kInt2:
        return std::to_string(Codec<std::int16_t>::decode(field));
      case kInt4:
        return std::to_string(Codec<std::int32_t>::decode(field));
      case kInt8:
        return std::to_string(Codec<std::int64_t>::decode(field));
      case kOid:
        return std::to_string(Codec<std::uint32_t>::decode(field));
      default:
        return {field.data, static_cast<std::size_t>(field.size)};
    }
  }

  [[nodiscard]] std::vector<std::string> list(std::string_view column) const override {
    const FieldView field = result_.field(row_, index_of(column));
    std::vector<std::string> items;
    if (field.is_null()) return items;
    for (auto& item : Codec<std::vector<std::optional<std::string>>>::decode(field))
      items.push_back(item ? std::move(*item) : std::string());
    return items;
  }

  [[nodiscard]] std::optional<model::CatalogueTarget> target() const override {
    const Address address = address_of("target_class", "target_oid", "target_sub");
    const std::size_t* place = find_place(address, found_.places, {}, found_.aliases);
    if (place == nullptr) return std::nullopt;
    return model::CatalogueTarget{found_.objects[*place].id, found_.places.contains(address)};
  }

  [[nodiscard]] Address address() const { return address_of("class", "oid", "sub"); }

 private:
  [[nodiscard]] Address address_of(std::string_view catalogue, std::string_view oid,
                                   std::string_view part) const {
    const auto number = [&](std::string_view column) { return std::stoul(text(column)); };
    return {static_cast<std::uint32_t>(number(catalogue)), static_cast<std::uint32_t>(number(oid)),
            static_cast<std::int32_t>(number(part))};
  }

  [[nodiscard]] int index_of(std::string_view column) const {
    const auto found = columns_.find(column);
    if (found != columns_.end()) return found->second;
    throw std::logic_error("introspect: the query has no column " + std::string(column));
  }

  const Result& result_;
  const Columns& columns_;
  int row_;
  const Found& found_;
};

void read(const model::ObjectKind& kind, Transaction& transaction, Found& found) {
  if (kind.catalogue().empty()) return;
  const Result result = transaction.execute(std::string(kUserSchemas) + std::string(kind.catalogue()));
  const Columns columns = columns_of(result);
  for (int i = 0; i < result.rows(); ++i) {
    const Row row(result, columns, i, found);
    const Address address = row.address();
    if (found.members.contains({address.catalogue, address.oid, 0})) continue;
    auto object = kind.decode(row);
    if (!object) continue;
    if (address.catalogue != 0) found.places.emplace(address, found.objects.size());
    found.objects.push_back(std::move(*object));
  }
}

}  // namespace

Introspection introspect(Connection& connection, std::span<const model::ObjectKind* const> kinds) {
  return connection.transaction({Isolation::repeatable_read, true}, [&](Transaction& transaction) {
    transaction.execute("SET LOCAL search_path = ''");
    Found found{extension_members(transaction), aliases(transaction), {}, {}};
    for (const model::ObjectKind* kind : kinds) read(*kind, transaction, found);
    record_needs(transaction, found.places, found.members, found.aliases, found.objects);
    auto unknown = unknown_objects(transaction, found.places, found.members);
    return Introspection{model::Model({}, std::move(found.objects)), std::move(unknown)};
  });
}

}  // namespace schemac::compiler::introspect
