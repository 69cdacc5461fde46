// The keys that resolve itself reads.
#include "resolve/core_keys.hpp"

#include <array>

#include "model/constraint_names.hpp"
#include "model/enumeration.hpp"
#include "model/hint_reading.hpp"
#include "model/json_shape.hpp"
#include "model/table.hpp"

namespace schemac::compiler::resolve {

using model::kFlagForm;
using model::kTextForm;
using model::MemberSpec;
using model::ValueForm;

namespace {

constexpr MemberSpec kSchemaKey = {"$schema", "The editor's schema, which `schemac editor` writes.",
                                   &kTextForm};

constexpr std::array<MemberSpec, 4> kSettingsKeys = {{
    kSchemaKey,
    {"doc", "What the project is.", &kTextForm},
    {"namespace", "The C++ namespace of what is generated.", &kTextForm, true},
    {"postgres", "The major version of PostgreSQL that is targeted.", &model::kIntegerForm},
}};

constexpr ValueForm kDomainType = model::defined(kDomainTypeForm);
constexpr ValueForm kDomainTypes = model::map_of(kDomainType);
constexpr MemberSpec kTypesKey = {
    "types", "Domain types, by name: a base type with rules, a default and checks of its own.",
    &kDomainTypes};

constexpr ValueForm kMixin = model::defined(kMixinForm);
constexpr ValueForm kMixins = model::map_of(kMixin);
constexpr ValueForm kShapeMember{};  // as a column's form, but its type may be a shape
constexpr ValueForm kShapeMembers = model::map_of(kShapeMember);
constexpr std::array<MemberSpec, 2> kShapeKeys = {{
    {"doc", "What the object is; becomes a docstring.", &kTextForm},
    {"members",
     "Members by name, in their order: `type[[]][?]`, or an object with \"type\", \"doc\" and rules.",
     &kShapeMembers, true},
}};
constexpr ValueForm kShape = model::object_of(kShapeKeys);
constexpr ValueForm kShapes = model::map_of(kShape);
constexpr MemberSpec kShapesKey = {
    "shapes", "What jsonb values look like, by name: a struct in C++, to which a column's \"shape\" refers.",
    &kShapes};
constexpr std::array<MemberSpec, 6> kSharedKeys = {{
    kSchemaKey,
    {"doc", "What the domains share.", &kTextForm},
    kShapesKey,
    {"mixins", "Parts of tables by name: columns and keys that a table takes over by naming the mixin.",
     &kMixins},
    kTypesKey,
    model::kDroppedKey,
}};

constexpr ValueForm kTable = model::defined(kTableForm);
constexpr ValueForm kTables = model::map_of(kTable);
constexpr std::array<MemberSpec, 8> kDomainKeys = {{
    kSchemaKey,
    {"domain", "The domain's name, which is also the file's.", &kTextForm, true},
    {"doc", "What the domain is about.", &kTextForm},
    {"schema", "The PostgreSQL schema of its tables and enums; public unless given.", &kTextForm},
    {"tables", "The domain's tables, by name.", &kTables},
    kTypesKey,
    model::kDroppedKey,
    kShapesKey,
}};

constexpr ValueForm kColumn = model::defined(kColumnForm);
constexpr ValueForm kColumns = model::map_of(kColumn);
constexpr MemberSpec kColumnsKey = {
    "columns", "Columns by name, in their order: `type[?][ = SQL]`, or an object for more.", &kColumns};

constexpr std::array<MemberSpec, 3> kSeedKeys = {{
    {"key", "The columns of a primary key or a unique constraint, by which a row is found again.",
     &model::kColumnsForm, true},
    {"file", "The rows: a CSV file in the folder of the definitions, whose first line names the columns.",
     &kTextForm, true},
    {"env", "The environments that have them: generated/seeds/<env>.sql.", &model::kTextsForm, true},
}};
constexpr ValueForm kSeeds = model::object_of(kSeedKeys);

constexpr ValueForm kMixinName = model::defined(kMixinNameForm);
constexpr ValueForm kMixinNames = model::list_of(kMixinName);
constexpr std::array<MemberSpec, 9> kTableKeys = {{
    {"doc", "What a row is; becomes a COMMENT ON and a docstring.", &kTextForm},
    {"mixins", "The mixins of shared.json that the table takes over, in this order.", &kMixinNames},
    kColumnsKey,
    {"singular", "What one row is called in C++, where the table's name does not tell.", &kTextForm},
    {"deprecated", "What to use instead: C++ warns whoever uses the table.", &kTextForm},
    {"keep", "Why warnings about the table do not apply.", &kTextForm},
    {"seeds", "Rows that some environments have.", &kSeeds},
    model::kRenamedFromKey,
    model::kDroppedKey,
}};
constexpr std::array<MemberSpec, 3> kMixinKeys = {{
    {"doc", "What the mixin adds to a table.", &kTextForm},
    kColumnsKey,
    model::kDroppedKey,
}};

constexpr MemberSpec kUnique = {"unique", "Whether no two rows may have the same value.", &kFlagForm};
constexpr MemberSpec kDoc = {"doc", "What the column holds; becomes a COMMENT ON and a docstring.",
                             &kTextForm};
constexpr MemberSpec kDeprecated = {"deprecated", "What to use instead: C++ warns whoever uses the column.",
                                    &kTextForm};
constexpr MemberSpec kPii = {"pii", "Whether the column holds personal data.", &kFlagForm};
constexpr MemberSpec kKeep = {"keep", "Why warnings about the column do not apply.", &kTextForm};
constexpr MemberSpec kDefaultSql = {"default_sql", "What a new row has unless told otherwise, as SQL.",
                                    &kTextForm};

constexpr ValueForm kType = model::defined(kTypeForm);
constexpr std::array<MemberSpec, 2> kTypeKeys = {{
    {"type", "A type of PostgreSQL or of this project, with `?` where the column may be NULL.", &kType},
    {"sql_type", "A type that the language has no word for, as SQL spells it; C++ sees text.", &kTextForm},
}};

constexpr ValueForm kExtension = model::name_of(model::kExtensionKind);
constexpr std::array<std::string_view, 2> kIdentities = {"always", "by default"};
constexpr ValueForm kIdentity = model::one_of(kIdentities);
constexpr ValueForm kShapeName = model::name_of(model::kJsonShape);
constexpr std::array<MemberSpec, 12> kColumnKeys = {{
    {"extension", "The extension that owns the \"sql_type\", where that is not PostgreSQL's own.",
     &kExtension},
    {"shape", "Of a jsonb column: the shape of its value, one of \"shapes\".", &kShapeName},
    {"default", "What a new row has unless told otherwise, as a JSON literal."},
    kDefaultSql,
    {"generated", "SQL over the row's other columns: PostgreSQL computes and stores the value.", &kTextForm},
    {"identity", "The server numbers the rows: always, or by default, where a row may bring its own number.",
     &kIdentity},
    kUnique,
    kDoc,
    kDeprecated,
    kPii,
    kKeep,
    model::kRenamedFromKey,
}};

constexpr ValueForm kReference = {
    .kind = ValueForm::Kind::object_name, .name = model::kTableKind, .marked = true};
constexpr std::array<MemberSpec, 13> kReferenceKeys = {{
    {"ref", "The table whose key the column holds, with `?` where it may be NULL. Its type follows.",
     &kReference, true},
    {"on_delete", "What becomes of the row when the row that it points at goes.", &model::kActionForm},
    {"on_update", "What becomes of the row when the key that it points at changes.", &model::kActionForm},
    {"as", "The name of the relation back: this table's own name unless given.", &kTextForm},
    {"deferrable", "Whether the check may wait for the end of the transaction.", &model::kDeferrableForm},
    {"fk_name", "The foreign key's name, where `<table>_<column>_fkey` is not wanted.", &kTextForm},
    kDefaultSql,
    kUnique,
    kDoc,
    kDeprecated,
    kPii,
    kKeep,
    model::kRenamedFromKey,
}};

constexpr std::array<MemberSpec, 2> kDomainCheckKeys = {{
    {"sql", "The condition: SQL over VALUE.", &kTextForm, true},
    {"message", "What a user of the program reads where it does not hold.", &kTextForm},
}};
constexpr ValueForm kDomainCheckObject = model::object_of(kDomainCheckKeys);
constexpr std::array<const ValueForm*, 2> kDomainCheckForms = {&kTextForm, &kDomainCheckObject};
constexpr ValueForm kDomainCheck = model::either_of(kDomainCheckForms);
constexpr ValueForm kDomainChecks = model::map_of(kDomainCheck);
constexpr std::array<MemberSpec, 8> kDomainTypeKeys = {{
    {"base", "A type of PostgreSQL, an enum, or a domain type that stands before this one.", &kType, true},
    {"not_null", "Whether no column of the type may be NULL, whatever it says.", &kFlagForm},
    {"default", "What its columns hold unless they say otherwise, as a JSON literal."},
    {"default_sql", "What its columns hold unless they say otherwise, as SQL.", &kTextForm},
    {"checks", "Conditions over VALUE, by name: SQL, or an object with \"sql\" and \"message\".",
     &kDomainChecks},
    {"doc", "What a value says; becomes a COMMENT ON.", &kTextForm},
    {"keep", "Why warnings about the type do not apply.", &kTextForm},
    model::kRenamedFromKey,
}};

}  // namespace

std::span<const MemberSpec> settings_keys() {
  return kSettingsKeys;
}
std::span<const MemberSpec> shared_keys() {
  return kSharedKeys;
}
std::span<const MemberSpec> domain_keys() {
  return kDomainKeys;
}
std::span<const MemberSpec> table_keys() {
  return kTableKeys;
}
std::span<const MemberSpec> mixin_keys() {
  return kMixinKeys;
}
std::span<const MemberSpec> seed_keys() {
  return kSeedKeys;
}
std::span<const MemberSpec> domain_type_keys() {
  return kDomainTypeKeys;
}
std::span<const MemberSpec> domain_check_keys() {
  return kDomainCheckKeys;
}
std::span<const MemberSpec> column_keys() {
  return kColumnKeys;
}
std::span<const MemberSpec> type_keys() {
  return kTypeKeys;
}
std::span<const MemberSpec> shape_keys() {
  return kShapeKeys;
}
std::span<const MemberSpec> reference_keys() {
  return kReferenceKeys;
}

}  // namespace schemac::compiler::resolve
