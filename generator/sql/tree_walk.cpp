// What libpg_query's trees mention, and whether two are the same; without knowing each of their 260 node
// types: protobuf-c's descriptors say where a message keeps its fields.
#include <pg_query/pg_query.pb-c.h>

#include <algorithm>
#include <cstring>
#include <string_view>

#include "sql/message_walk.hpp"
#include "sql/parse_tree.hpp"

namespace schemac::compiler::sql {
namespace {

std::string last_name(PgQuery__Node* const* parts, std::size_t count) {
  if (count == 0) return {};
  const PgQuery__Node& last = *parts[count - 1];
  return last.node_case == PG_QUERY__NODE__NODE_STRING ? last.string->sval : "*";
}

std::size_t place(std::int32_t location) {
  return location < 0 ? 0 : static_cast<std::size_t>(location);
}

class MentionFinder {
 public:
  MentionFinder(Findings& findings, bool allow_subquery)
      : findings_(findings), allow_subquery_(allow_subquery) {}

  void visit(const ProtobufCMessage& message) {
    const ProtobufCMessageDescriptor* type = message.descriptor;
    if (type == &pg_query__column_ref__descriptor) {
      const auto& column = reinterpret_cast<const PgQuery__ColumnRef&>(message);
      if (subqueries_ == 0)
        add(findings_.columns, last_name(column.fields, column.n_fields), column.location);
    } else if (type == &pg_query__func_call__descriptor) {
      visit_call(reinterpret_cast<const PgQuery__FuncCall&>(message));
    } else if (type == &pg_query__sqlvalue_function__descriptor) {
      add(findings_.functions, {}, reinterpret_cast<const PgQuery__SQLValueFunction&>(message).location);
    } else if (type == &pg_query__sub_link__descriptor) {
      return visit_subquery(reinterpret_cast<const PgQuery__SubLink&>(message));
    } else if (type == &pg_query__param_ref__descriptor) {
      add(findings_.refused, "a parameter", reinterpret_cast<const PgQuery__ParamRef&>(message).location);
    } else if (type == &pg_query__set_to_default__descriptor) {
      add(findings_.refused, "DEFAULT", reinterpret_cast<const PgQuery__SetToDefault&>(message).location);
    }
    for_each_child(message, [this](const ProtobufCMessage& child) { visit(child); });
  }

 private:
  static void add(std::vector<Mention>& list, std::string name, std::int32_t location) {
    list.push_back({std::move(name), place(location), place(location)});
  }

  /// Columns within are those of tables that it names itself, or of outer ones: only a server can say.
  void visit_subquery(const PgQuery__SubLink& link) {
    if (!allow_subquery_) add(findings_.refused, "a sub-query", link.location);
    if (link.testexpr != nullptr) visit(link.testexpr->base);
    ++subqueries_;
    if (link.subselect != nullptr) visit(link.subselect->base);
    --subqueries_;
  }

  void visit_call(const PgQuery__FuncCall& call) {
    add(findings_.functions, last_name(call.funcname, call.n_funcname), call.location);
    if (call.over != nullptr) add(findings_.refused, "a window function", call.location);
  }

  Findings& findings_;
  bool allow_subquery_;
  std::size_t subqueries_ = 0;  // how many are around
};

bool is_place(std::string_view field) {
  return field == "location" || field == "stmt_location" || field == "stmt_len";
}

bool same_message(const ProtobufCMessage* a, const ProtobufCMessage* b);

bool same_text(const char* a, const char* b) {
  return std::string_view(a == nullptr ? "" : a) == std::string_view(b == nullptr ? "" : b);
}

/// One value of a field; `offset` is where both messages keep it.
bool same_scalar(const ProtobufCMessage& a, const ProtobufCMessage& b,
                 const ProtobufCFieldDescriptor& field) {
  switch (field.type) {
    case PROTOBUF_C_TYPE_STRING:
      return same_text(read_at<const char*>(a, field.offset), read_at<const char*>(b, field.offset));
    case PROTOBUF_C_TYPE_MESSAGE:
      return same_message(read_at<const ProtobufCMessage*>(a, field.offset),
                          read_at<const ProtobufCMessage*>(b, field.offset));
    case PROTOBUF_C_TYPE_INT64:
    case PROTOBUF_C_TYPE_SINT64:
    case PROTOBUF_C_TYPE_SFIXED64:
    case PROTOBUF_C_TYPE_UINT64:
    case PROTOBUF_C_TYPE_FIXED64:
    case PROTOBUF_C_TYPE_DOUBLE:
      return read_at<std::uint64_t>(a, field.offset) == read_at<std::uint64_t>(b, field.offset);
    case PROTOBUF_C_TYPE_BYTES:
      return false;  // libpg_query has none
    default:
      return read_at<std::uint32_t>(a, field.offset) == read_at<std::uint32_t>(b, field.offset);
  }
}

bool same_list(const ProtobufCMessage& a, const ProtobufCMessage& b, const ProtobufCFieldDescriptor& field) {
  auto count = read_at<std::size_t>(a, field.quantifier_offset);
  if (count != read_at<std::size_t>(b, field.quantifier_offset)) return false;
  if (count == 0) return true;
  if (field.type != PROTOBUF_C_TYPE_MESSAGE) return false;  // never in an expression
  auto* left = read_at<ProtobufCMessage**>(a, field.offset);
  auto* right = read_at<ProtobufCMessage**>(b, field.offset);
  return std::equal(left, left + count, right, same_message);
}

bool same_field(const ProtobufCMessage& a, const ProtobufCMessage& b, const ProtobufCFieldDescriptor& field) {
  if (is_place(field.name)) return true;
  if (field.label == PROTOBUF_C_LABEL_REPEATED) return same_list(a, b, field);
  if ((field.flags & PROTOBUF_C_FIELD_FLAG_ONEOF) != 0) {
    auto chosen = read_at<std::uint32_t>(a, field.quantifier_offset);
    if (chosen != read_at<std::uint32_t>(b, field.quantifier_offset)) return false;
    if (chosen != field.id) return true;
  }
  return same_scalar(a, b, field);
}

bool same_message(const ProtobufCMessage* a, const ProtobufCMessage* b) {
  if (a == nullptr || b == nullptr) return a == b;
  if (a->descriptor != b->descriptor) return false;
  if (a->descriptor == &pg_query__node__descriptor) {
    const auto& left = reinterpret_cast<const PgQuery__Node&>(*a);
    const auto& right = reinterpret_cast<const PgQuery__Node&>(*b);
    if (left.node_case != right.node_case) return false;
    if (left.node_case == PG_QUERY__NODE__NODE__NOT_SET) return true;
    return same_message(&left.alias->base, &right.alias->base);
  }
  for (unsigned i = 0; i < a->descriptor->n_fields; ++i) {
    if (!same_field(*a, *b, a->descriptor->fields[i])) return false;
  }
  return true;
}

bool by_place(const Mention& a, const Mention& b) {
  return a.begin < b.begin;
}

}  // namespace

Findings find_mentions(const PgQuery__Node& expression, bool allow_subquery) {
  Findings findings;
  MentionFinder(findings, allow_subquery).visit(expression.base);
  std::stable_sort(findings.columns.begin(), findings.columns.end(), by_place);
  std::stable_sort(findings.functions.begin(), findings.functions.end(), by_place);
  std::stable_sort(findings.refused.begin(), findings.refused.end(), by_place);
  return findings;
}

bool same_tree(const PgQuery__Node& a, const PgQuery__Node& b) {
  return same_message(&a.base, &b.base);
}

bool is_string_literal(const PgQuery__Node& expression, std::string& content) {
  if (expression.node_case != PG_QUERY__NODE__NODE_A_CONST) return false;
  const PgQuery__AConst& constant = *expression.a_const;
  if (constant.isnull || constant.val_case != PG_QUERY__A__CONST__VAL_SVAL) return false;
  content = constant.sval->sval;
  return true;
}

}  // namespace schemac::compiler::sql
