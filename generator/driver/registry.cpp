// The lists of everything that schemac can do. To add a thing is to add its file and one line here.
#include "driver/registry.hpp"

#include <array>

#include "features/features.hpp"
#include "lint/lints.hpp"
#include "objects/objects.hpp"
#include "rules/rules.hpp"
#include "targets/targets.hpp"
#include "types/types.hpp"

// An entry a line, so that to add one is to add a line.
// clang-format off
namespace schemac::compiler::driver {

namespace {

std::span<const model::ColumnType* const> column_types() {
  using namespace types;
  static const std::array kTypes = {
      &uuid_type(),
      &boolean_type(),
      &text_type(),
      &varchar_type(),
      &char_type(),
      &citext_type(),
      &smallint_type(),
      &integer_type(),
      &bigint_type(),
      &smallserial_type(),
      &serial_type(),
      &bigserial_type(),
      &real_type(),
      &double_precision_type(),
      &float_type(),
      &numeric_type(),
      &money_type(),
      &date_type(),
      &time_type(),
      &timetz_type(),
      &timestamp_type(),
      &timestamptz_type(),
      &interval_type(),
      &bytea_type(),
      &bit_type(),
      &varbit_type(),
      &json_type(),
      &jsonb_type(),
      &xml_type(),
      &tsvector_type(),
      &tsquery_type(),
      &inet_type(),
      &cidr_type(),
      &macaddr_type(),
      &macaddr8_type(),
      &int4range_type(),
      &int8range_type(),
      &numrange_type(),
      &tsrange_type(),
      &tstzrange_type(),
      &daterange_type(),
      &int4multirange_type(),
      &int8multirange_type(),
      &nummultirange_type(),
      &tsmultirange_type(),
      &tstzmultirange_type(),
      &datemultirange_type(),
  };
  return kTypes;
}

std::span<const model::ValidatorRule* const> validator_rules() {
  using namespace rules;
  static const std::array kRules = {
      &min_rule(),
      &max_rule(),
      &min_length_rule(),
      &max_length_rule(),
      &length_rule(),
      &pattern_rule(),
      &format_rule(),
      &one_of_rule(),
  };
  return kRules;
}

std::span<const model::ObjectKind* const> object_kinds() {
  using namespace objects;
  static const std::array kKinds = {
      &schema_kind(),
      &extension_kind(),
      &role_kind(),
      &membership_kind(),
      &language_kind(),
      &access_method_kind(),
      &collation_kind(),
      &conversion_kind(),
      &text_search_parser_kind(),
      &text_search_template_kind(),
      &text_search_dictionary_kind(),
      &text_search_configuration_kind(),
      &foreign_data_wrapper_kind(),
      &foreign_server_kind(),
      &user_mapping_kind(),
      &enum_kind(),
      &domain_type_kind(),
      &composite_type_kind(),
      &range_type_kind(),
      &sequence_kind(),
      &table_kind(),
      &column_kind(),
      &column_settings_kind(),
      &sequence_ownership_kind(),
      &primary_key_kind(),
      &unique_kind(),
      &check_kind(),
      &exclusion_kind(),
      &index_kind(),
      &statistics_kind(),
      &replica_identity_kind(),
      &clustering_kind(),
      &foreign_key_kind(),
      &partition_kind(),
      &inheritance_kind(),
      &row_type_kind(),
      &foreign_table_kind(),
      &function_kind(),
      &aggregate_kind(),
      &cast_kind(),
      &transform_kind(),
      &operator_kind(),
      &operator_family_kind(),
      &operator_family_member_kind(),
      &operator_class_kind(),
      &trigger_kind(),
      &view_kind(),
      &materialized_view_kind(),
      &materialized_view_column_kind(),
      &rule_kind(),
      &row_security_kind(),
      &policy_kind(),
      &event_trigger_kind(),
      &publication_kind(),
      &owner_kind(),
      &privilege_kind(),
      &default_privilege_kind(),
      &comment_kind(),
  };
  return kKinds;
}

std::span<const model::Feature* const> features_in_order() {
  using namespace features;
  static const std::array kFeatures = {
      &timestamps(),
      &versioned(),
      &soft_delete(),
      &search(),
      &audit(),
      &partition(),
      &ttl(),
      &routing(),
      &distribution(),
      &pages(),
  };
  return kFeatures;
}

}  // namespace

std::span<const lint::Lint* const> lints() {
  using namespace lint;
  static const std::array kLints = {
      &foreign_key_target(),
      &foreign_key_set_null(),
      &foreign_key_unlogged(),
      &foreign_key_check(),
      &one_name(),
      &page_unique(),
      &seed_cycle(),
      &open_to_everybody(),
      &unguarded_personal_data(),
      &row_security_without_policy(),
      &foreign_key_index(),
      &redundant_index(),
      &timestamp_without_zone(),
      &float_money(),
      &nullable_boolean(),
      &table_without_key(),
      &expiry_index(),
      &shape_without_rule(),
      &text_named_type(),
      &check_of_time(),
      &soft_delete_index(),
      &page_index(),
  };
  return kLints;
}

std::span<const targets::Target* const> targets() {
  using namespace targets;
  static const std::array kTargets = {
      &sql_schema(),
      &cpp_ids(),
      &cpp_enums(),
      &cpp_shapes(),
      &cpp_table(),
      &cpp_domain(),
      &sql_seeds(),
      &manifest(),
  };
  return kTargets;
}

model::Vocabulary vocabulary() {
  return {column_types(), validator_rules(), features_in_order(), object_kinds()};
}

}  // namespace schemac::compiler::driver
