// The kinds of schema objects. Each is a stateless object of static lifetime; only driver/registry lists
// them.
#pragma once

#include "model/object_kind.hpp"

namespace schemac::compiler::objects {

// In the order in which the registry lists them, which is also the order of the parts of schema.sql. Every
// table's keys of one kind are read before those of the next, so that a reference knows the keys of its
// target.
const model::ObjectKind& schema_kind();
const model::ObjectKind& extension_kind();
const model::ObjectKind& role_kind();
const model::ObjectKind& membership_kind();
const model::ObjectKind& language_kind();
const model::ObjectKind& access_method_kind();
const model::ObjectKind& collation_kind();
const model::ObjectKind& conversion_kind();
const model::ObjectKind& text_search_parser_kind();
const model::ObjectKind& text_search_template_kind();
const model::ObjectKind& text_search_dictionary_kind();
const model::ObjectKind& text_search_configuration_kind();
const model::ObjectKind& foreign_data_wrapper_kind();
const model::ObjectKind& foreign_server_kind();
const model::ObjectKind& user_mapping_kind();
const model::ObjectKind& enum_kind();
const model::ObjectKind& domain_type_kind();
const model::ObjectKind& composite_type_kind();
const model::ObjectKind& range_type_kind();
const model::ObjectKind& sequence_kind();
const model::ObjectKind& table_kind();
const model::ObjectKind& column_kind();
const model::ObjectKind& column_settings_kind();
const model::ObjectKind& sequence_ownership_kind();
const model::ObjectKind& primary_key_kind();
const model::ObjectKind& unique_kind();
const model::ObjectKind& check_kind();
const model::ObjectKind& exclusion_kind();
const model::ObjectKind& index_kind();
const model::ObjectKind& statistics_kind();
const model::ObjectKind& replica_identity_kind();
const model::ObjectKind& clustering_kind();
const model::ObjectKind& foreign_key_kind();
const model::ObjectKind& partition_kind();
const model::ObjectKind& inheritance_kind();
const model::ObjectKind& row_type_kind();
const model::ObjectKind& foreign_table_kind();
const model::ObjectKind& foreign_table_column_kind();
const model::ObjectKind& function_kind();
const model::ObjectKind& aggregate_kind();
const model::ObjectKind& cast_kind();
const model::ObjectKind& transform_kind();
const model::ObjectKind& operator_kind();
const model::ObjectKind& operator_family_kind();
const model::ObjectKind& operator_family_member_kind();
const model::ObjectKind& operator_class_kind();
const model::ObjectKind& trigger_kind();
const model::ObjectKind& partition_trigger_kind();
const model::ObjectKind& view_kind();
const model::ObjectKind& materialized_view_kind();
const model::ObjectKind& materialized_view_column_kind();
const model::ObjectKind& rule_kind();
const model::ObjectKind& row_security_kind();
const model::ObjectKind& policy_kind();
const model::ObjectKind& event_trigger_kind();
const model::ObjectKind& publication_kind();
const model::ObjectKind& owner_kind();
const model::ObjectKind& privilege_kind();
const model::ObjectKind& default_privilege_kind();
const model::ObjectKind& comment_kind();

}  // namespace schemac::compiler::objects
