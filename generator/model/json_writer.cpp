// Canonical JSON. Arrays whose items are all scalars stay on one line: each level remembers whether it has
// been broken.
#include "model/json_writer.hpp"

#include <cassert>

namespace schemac::compiler::model {

namespace {

void append_escaped(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += "\\u00";
          out += kHex[(c >> 4) & 0xF];
          out += kHex[c & 0xF];
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

}  // namespace

/// Puts the comma and the line break that are due before the next key, item or nested value.
void JsonWriter::separate(bool breaks_line) {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  Level& level = levels_.back();
  if (!level.empty) out_ += ',';
  if (breaks_line || level.broken) {
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
  levels_.push_back({close});
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
JsonWriter& JsonWriter::end_array() {
  return end(']');
}

JsonWriter& JsonWriter::key(std::string_view name) {
  assert(!levels_.empty() && levels_.back().close == '}' && !after_key_);
  separate(true);
  append_escaped(out_, name);
  out_ += ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate(false);
  append_escaped(out_, text);
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
