// A mutant differs from its definition in one place, so that what it shows is easy to read.
#include "mutants/mutant.hpp"

#include <array>
#include <utility>
#include <vector>

namespace schemac::testing {
namespace {

using compiler::syntax::Kind;
using compiler::syntax::Member;
using compiler::syntax::Value;

/// A value below the root, and where it stands.
struct Place {
  Value* parent;
  std::size_t index;  ///< among the parent's members or items
  std::string path;

  [[nodiscard]] Value& value() const {
    return parent->is(Kind::object) ? parent->members[index].value : parent->items[index];
  }
  [[nodiscard]] std::string key() const {
    return parent->is(Kind::object) ? parent->members[index].key : std::string();
  }
  [[nodiscard]] bool holds(const Place& other) const { return other.path.starts_with(path + "/"); }
};

void collect(Value& value, const std::string& path, std::vector<Place>& places) {
  for (std::size_t i = 0; i < value.members.size(); ++i) {
    const std::string here = path + "/" + value.members[i].key;
    places.push_back({&value, i, here});
    collect(value.members[i].value, here, places);
  }
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    const std::string here = path + "/" + std::to_string(i);
    places.push_back({&value, i, here});
    collect(value.items[i], here, places);
  }
}

/// "type" of "type?", "varchar(50)" of "varchar(50)[] = '{}'".
std::size_t type_end(const std::string& text) {
  const std::size_t end = text.find_first_of("?[=");
  return end == std::string::npos ? text.size() : end;
}

bool names_a_type(const Place& place) {
  if (!place.value().is(Kind::string)) return false;
  if (place.key() == "type" || place.key() == "base") return true;
  const std::size_t name = place.path.rfind('/');
  return place.path.substr(0, name).ends_with("/columns");
}

class Mutation {
 public:
  Mutation(Value& root, Random& random) : random_(random) { collect(root, {}, places_); }

  std::string run() {
    if (places_.empty()) return "left empty";
    switch (random_.below(4)) {
      case 0:
        return drop();
      case 1:
        return change_type();
      case 2:
        return swap();
      default:
        return change_scalar();
    }
  }

 private:
  Place& any() { return places_[random_.below(places_.size())]; }

  std::string drop() {
    const Place& place = any();
    if (place.parent->is(Kind::object)) {
      place.parent->members.erase(place.parent->members.begin() + static_cast<std::ptrdiff_t>(place.index));
    } else {
      place.parent->items.erase(place.parent->items.begin() + static_cast<std::ptrdiff_t>(place.index));
    }
    return "dropped " + place.path;
  }

  std::string change_type() {
    static constexpr std::array<std::string_view, 24> kTypes = {
        "text",     "varchar(5)", "integer",     "bigint",    "smallint", "numeric(4,2)",
        "boolean",  "date",       "timestamptz", "timestamp", "uuid",     "jsonb",
        "json",     "bytea",      "inet",        "daterange", "interval", "real",
        "tsvector", "char(3)",    "xml",         "time",      "bit(4)",   "money"};
    std::vector<const Place*> typed;
    for (const Place& place : places_) {
      if (names_a_type(place)) typed.push_back(&place);
    }
    if (typed.empty()) return drop();
    const Place& place = *typed[random_.below(typed.size())];
    std::string& text = place.value().text;
    const std::string before = text;
    switch (random_.below(4)) {
      case 0:
        text.insert(type_end(text), "[]");
        break;
      case 1:
        text = text.substr(0, type_end(text)) + "?";
        break;
      default:
        text = std::string(kTypes[random_.below(kTypes.size())]) + text.substr(type_end(text));
    }
    return "changed the type " + place.path + " from " + before + " to " + text;
  }

  std::string swap() {
    const Place& one = any();
    std::vector<const Place*> others;
    for (const Place& place : places_) {
      const bool apart = !place.holds(one) && !one.holds(place) && place.path != one.path;
      if (apart && place.value().kind == one.value().kind) others.push_back(&place);
    }
    if (others.empty()) return drop();
    const Place& other = *others[random_.below(others.size())];
    std::swap(one.value(), other.value());
    return "swapped " + one.path + " and " + other.path;
  }

  std::string change_scalar() {
    static constexpr std::array<std::string_view, 6> kNumbers = {"0", "-1", "1", "63", "0.5", "99999999999"};
    std::vector<const Place*> scalars;
    for (const Place& place : places_) {
      const Value& value = place.value();
      if (!value.is(Kind::object) && !value.is(Kind::array)) scalars.push_back(&place);
    }
    if (scalars.empty()) return drop();
    const Place& place = *scalars[random_.below(scalars.size())];
    Value& value = place.value();
    if (value.is(Kind::boolean)) {
      value.text = value.is_true() ? "false" : "true";
    } else if (value.is(Kind::number)) {
      value.text = kNumbers[random_.below(kNumbers.size())];
    } else {
      value.text = changed_text(value.text);
    }
    return "changed " + place.path + " to " + value.text;
  }

  std::string changed_text(std::string text) {
    static constexpr std::array<std::string_view, 8> kPieces = {"", "x", "'", "\"", " ", "null", "1", "é"};
    if (random_.below(2) == 0) {
      const Place& other = any();
      if (other.value().is(Kind::string)) return other.value().text;
    }
    const std::size_t at = random_.below(text.size() + 1);
    if (random_.below(2) == 0) return text.substr(0, at);
    return text.insert(at, kPieces[random_.below(kPieces.size())]);
  }

  Random& random_;
  std::vector<Place> places_;
};

}  // namespace

std::string mutate(Value& root, Random& random) {
  return Mutation(root, random).run();
}

}  // namespace schemac::testing
