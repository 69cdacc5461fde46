// Canonical JSON. Arrays whose items are all scalars stay on one line: each level remembers whether it has
// been broken.
#include "model/json_writer.hpp"

#include <cassert>

#include "support/json_text.hpp"

namespace schemac::compiler::model {

/// Puts the comma and the line break that are due before the next key, item or nested value.
void JsonWriter::separate(bool breaks_line) {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  Level& level = levels_.back();
  if (!level.empty) out_ += ',';
  if ((breaks_line || level.broken) && !level.one_line) {
    level.broken = true;
    out_ += '\n';
    out_.append(levels_.size() * 2, ' ');
  } else if (!level.empty) {
    out_ += ' ';
  }
  level.empty = false;
}

JsonWriter& JsonWriter::begin(char open, char close) {
  separate(true);
  out_ += open;
  const bool one_line = !levels_.empty() && levels_.back().one_line;
  levels_.push_back({close, true, false, one_line});
  return *this;
}

JsonWriter& JsonWriter::end(char close) {
  assert(!levels_.empty() && levels_.back().close == close && !after_key_);
  const bool broken = levels_.back().broken;
  levels_.pop_back();
  if (broken) {
    out_ += '\n';
    out_.append(levels_.size() * 2, ' ');
  }
  out_ += close;
  return *this;
}

JsonWriter& JsonWriter::begin_object() {
  return begin('{', '}');
}
JsonWriter& JsonWriter::end_object() {
  return end('}');
}
JsonWriter& JsonWriter::begin_array() {
  return begin('[', ']');
}
JsonWriter& JsonWriter::begin_lines() {
  begin('[', ']');
  levels_.back().broken = true;
  return *this;
}
JsonWriter& JsonWriter::begin_line() {
  begin('{', '}');
  levels_.back().one_line = true;
  return *this;
}
JsonWriter& JsonWriter::end_array() {
  return end(']');
}

JsonWriter& JsonWriter::key(std::string_view name) {
  assert(!levels_.empty() && levels_.back().close == '}' && !after_key_);
  separate(true);
  support::append_json_string(out_, name);
  out_ += ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate(false);
  support::append_json_string(out_, text);
  return *this;
}

JsonWriter& JsonWriter::value(bool flag) {
  separate(false);
  out_ += flag ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
  separate(false);
  out_ += std::to_string(number);
  return *this;
}

std::string JsonWriter::take() {
  assert(levels_.empty());
  out_ += '\n';
  return std::move(out_);
}

}  // namespace schemac::compiler::model
