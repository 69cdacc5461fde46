// The results of full-text search, printed as the server prints them.
// A tsvector is a list of lexemes with positions. A tsquery is a tree in prefix order, each operator before
// its operands and the right one before the left: read from its end, the operands of an operator are the last
// two pieces that were printed, so that a stack does and no input is too deep.
#include "schemac/codec/text_search.hpp"

#include <vector>

namespace schemac {
namespace {

using codec::throw_malformed;

/// In single quotes, with quotes and backslashes doubled.
void append_lexeme(std::string& out, std::string_view lexeme) {
  out += '\'';
  for (const char c : lexeme) {
    if (c == '\'' || c == '\\') out += c;
    out += c;
  }
  out += '\'';
}

/// A position is 14 bits; the two above it are its weight, D (which is not printed) to A.
void append_position(std::string& out, std::uint16_t position) {
  static constexpr const char* kWeights[] = {"", "C", "B", "A"};
  out += std::to_string(position & 0x3FFF);
  out += kWeights[position >> 14];
}

enum class NodeKind : std::uint8_t { operand = 1, operation = 2 };
enum class Operation : std::uint8_t { negation = 1, conjunction = 2, disjunction = 3, phrase = 4 };

/// One item of the wire form.
struct Node {
  bool is_operand = true;
  std::uint8_t weights = 0;
  bool is_prefix = false;
  std::string_view lexeme;
  Operation operation = Operation::negation;
  std::uint16_t distance = 0;
};

constexpr int kOperandPriority = 5;

int priority(Operation operation) {
  switch (operation) {
    case Operation::negation:
      return 4;
    case Operation::phrase:
      return 3;
    case Operation::conjunction:
      return 2;
    case Operation::disjunction:
      return 1;
  }
  return 0;
}

Node take_node(ByteReader& reader) {
  Node node;
  const auto kind = reader.take<std::uint8_t>();
  if (kind == static_cast<std::uint8_t>(NodeKind::operand)) {
    node.weights = reader.take<std::uint8_t>();
    node.is_prefix = reader.take<std::uint8_t>() != 0;
    node.lexeme = reader.take_string();
    return node;
  }
  if (kind != static_cast<std::uint8_t>(NodeKind::operation)) throw_malformed("tsquery", "an unknown item");
  node.is_operand = false;
  const auto operation = reader.take<std::uint8_t>();
  if (operation < 1 || operation > 4) throw_malformed("tsquery", "an unknown operator");
  node.operation = static_cast<Operation>(operation);
  if (node.operation == Operation::phrase) node.distance = reader.take<std::uint16_t>();
  return node;
}

/// A part of the query that has been printed, and how tightly it binds.
struct Printed {
  std::string text;
  int priority = kOperandPriority;
  bool is_phrase = false;
};

Printed print_operand(const Node& node) {
  Printed printed;
  append_lexeme(printed.text, node.lexeme);
  if (node.weights == 0 && !node.is_prefix) return printed;
  printed.text += ':';
  if (node.is_prefix) printed.text += '*';
  for (int i = 3; i >= 0; --i) {
    if ((node.weights >> i & 1) != 0) printed.text += "DCBA"[i];
  }
  return printed;
}

std::string operator_text(const Node& node) {
  switch (node.operation) {
    case Operation::negation:
      return "!";
    case Operation::conjunction:
      return " & ";
    case Operation::disjunction:
      return " | ";
    case Operation::phrase:
      return node.distance == 1 ? " <-> " : " <" + std::to_string(node.distance) + "> ";
  }
  return {};
}

Printed pop(std::vector<Printed>& stack) {
  if (stack.empty()) throw_malformed("tsquery", "an operator without its operand");
  Printed top = std::move(stack.back());
  stack.pop_back();
  return top;
}

/// Puts the part in parentheses where it would otherwise bind to its neighbour.
void enclose(Printed& part, int outer_priority, bool right_of_phrase) {
  if (part.priority >= outer_priority && !(part.is_phrase && right_of_phrase)) return;
  part.text.insert(0, "( ");
  part.text += " )";
}

Printed print_operation(const Node& node, std::vector<Printed>& stack) {
  const int outer = priority(node.operation);
  const bool is_phrase = node.operation == Operation::phrase;
  Printed right = pop(stack);
  enclose(right, outer, is_phrase);
  if (node.operation == Operation::negation) return {operator_text(node) + right.text, outer, false};
  Printed left = pop(stack);
  enclose(left, outer, false);
  left.text += operator_text(node);
  left.text += right.text;
  return {std::move(left.text), outer, is_phrase};
}

}  // namespace

TsVector Codec<TsVector>::decode(FieldView field) {
  ByteReader reader(field, "tsvector");
  TsVector value;
  for (auto left = reader.take<std::int32_t>(); left > 0; --left) {
    if (!value.text.empty()) value.text += ' ';
    append_lexeme(value.text, reader.take_string());
    char separator = ':';
    for (auto positions = reader.take<std::uint16_t>(); positions > 0; --positions) {
      value.text += separator;
      append_position(value.text, reader.take<std::uint16_t>());
      separator = ',';
    }
  }
  reader.finish();
  return value;
}

TsQuery Codec<TsQuery>::decode(FieldView field) {
  ByteReader reader(field, "tsquery");
  std::vector<Node> nodes;
  for (auto left = reader.take<std::int32_t>(); left > 0; --left) nodes.push_back(take_node(reader));
  reader.finish();
  if (nodes.empty()) return TsQuery();
  std::vector<Printed> stack;
  for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {
    stack.push_back(node->is_operand ? print_operand(*node) : print_operation(*node, stack));
  }
  if (stack.size() != 1) throw_malformed("tsquery", "more than one tree");
  return TsQuery(std::move(stack.back().text));
}

}  // namespace schemac
