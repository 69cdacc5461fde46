// Names in the forms that SQL and C++ want them.
#include "support/naming.hpp"

#include <algorithm>
#include <iterator>

#include "support/postgres_keywords.hpp"

namespace schemac::compiler::support {
namespace {

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Keywords and alternative operators of C++20, and the macros that standard headers and compilers make of
// lower-case names.
constexpr std::string_view kCppReserved[] = {
    "alignas",       "alignof",     "and",       "and_eq",       "asm",          "assert",
    "auto",          "bitand",      "bitor",     "bool",         "break",        "case",
    "catch",         "char",        "char16_t",  "char32_t",     "char8_t",      "class",
    "co_await",      "co_return",   "co_yield",  "compl",        "concept",      "const",
    "const_cast",    "consteval",   "constexpr", "constinit",    "continue",     "decltype",
    "default",       "delete",      "do",        "double",       "dynamic_cast", "else",
    "enum",          "errno",       "explicit",  "export",       "extern",       "false",
    "float",         "for",         "friend",    "goto",         "if",           "inline",
    "int",           "linux",       "long",      "mutable",      "namespace",    "new",
    "noexcept",      "not",         "not_eq",    "nullptr",      "operator",     "or",
    "or_eq",         "private",     "protected", "public",       "register",     "reinterpret_cast",
    "requires",      "return",      "short",     "signed",       "sizeof",       "static",
    "static_assert", "static_cast", "stderr",    "stdin",        "stdout",       "struct",
    "switch",        "template",    "this",      "thread_local", "throw",        "true",
    "try",           "typedef",     "typeid",    "typename",     "union",        "unix",
    "unsigned",      "using",       "virtual",   "void",         "volatile",     "wchar_t",
    "while",         "xor",         "xor_eq"};
static_assert(std::is_sorted(std::begin(kCppReserved), std::end(kCppReserved)));

/// Plurals whose singular no rule below gives, and words that end in an s without being plurals.
struct Irregular {
  std::string_view plural;
  std::string_view singular;
};
constexpr Irregular kIrregular[] = {{"addresses", "address"},
                                    {"aliases", "alias"},
                                    {"analyses", "analysis"},
                                    {"apis", "api"},
                                    {"atlases", "atlas"},
                                    {"axes", "axis"},
                                    {"bases", "basis"},
                                    {"biases", "bias"},
                                    {"bonuses", "bonus"},
                                    {"buses", "bus"},
                                    {"caches", "cache"},
                                    {"calories", "calorie"},
                                    {"campuses", "campus"},
                                    {"canoes", "canoe"},
                                    {"canvases", "canvas"},
                                    {"caucuses", "caucus"},
                                    {"censuses", "census"},
                                    {"children", "child"},
                                    {"consensuses", "consensus"},
                                    {"cookies", "cookie"},
                                    {"corpuses", "corpus"},
                                    {"cpus", "cpu"},
                                    {"crises", "crisis"},
                                    {"criteria", "criterion"},
                                    {"diagnoses", "diagnosis"},
                                    {"emojis", "emoji"},
                                    {"feet", "foot"},
                                    {"focuses", "focus"},
                                    {"gases", "gas"},
                                    {"geese", "goose"},
                                    {"gpus", "gpu"},
                                    {"halves", "half"},
                                    {"hypotheses", "hypothesis"},
                                    {"indices", "index"},
                                    {"knives", "knife"},
                                    {"kpis", "kpi"},
                                    {"leaves", "leaf"},
                                    {"lenses", "lens"},
                                    {"lies", "lie"},
                                    {"lives", "life"},
                                    {"matrices", "matrix"},
                                    {"men", "man"},
                                    {"menus", "menu"},
                                    {"mice", "mouse"},
                                    {"moves", "move"},
                                    {"movies", "movie"},
                                    {"oxen", "ox"},
                                    {"parentheses", "parenthesis"},
                                    {"people", "person"},
                                    {"phenomena", "phenomenon"},
                                    {"pies", "pie"},
                                    {"prospectuses", "prospectus"},
                                    {"quizzes", "quiz"},
                                    {"selfies", "selfie"},
                                    {"selves", "self"},
                                    {"shelves", "shelf"},
                                    {"skus", "sku"},
                                    {"statuses", "status"},
                                    {"surpluses", "surplus"},
                                    {"syllabuses", "syllabus"},
                                    {"syntheses", "synthesis"},
                                    {"taxis", "taxi"},
                                    {"teeth", "tooth"},
                                    {"theses", "thesis"},
                                    {"ties", "tie"},
                                    {"vertices", "vertex"},
                                    {"viruses", "virus"},
                                    {"wives", "wife"},
                                    {"wolves", "wolf"},
                                    {"women", "woman"}};

/// The same in both numbers, or no plural though they look like one.
constexpr std::string_view kInvariant[] = {
    "alias", "always",    "as",     "atlas",   "aws",        "bias",    "canvas",   "chaos",    "css",
    "dns",   "economics", "ethics", "gas",     "goods",      "gps",     "has",      "https",    "is",
    "lens",  "logistics", "means",  "news",    "perhaps",    "physics", "politics", "premises", "proceeds",
    "rss",   "series",    "sms",    "species", "statistics", "this",    "tls",      "was"};

/// The singular of one word by the endings of regular nouns.
std::string regular_singular(std::string_view word) {
  const auto cut = [word](std::size_t n) { return std::string(word.substr(0, word.size() - n)); };
  if (word.size() < 3 || !word.ends_with('s')) return std::string(word);
  for (const std::string_view ending : {"ss", "us", "is"}) {  // address, status, analysis
    if (word.ends_with(ending)) return std::string(word);
  }
  if (word.ends_with("ies") && word.size() > 4) return cut(3) + "y";  // categories
  for (const std::string_view ending : {"sses", "shes", "ches", "xes", "zzes", "oes"}) {
    // classes, dishes, batches, boxes, heroes; but shoes and toes
    if (word.ends_with(ending) && word.size() > 5) return cut(2);
  }
  for (const std::string_view ending : {"axes", "oxes", "ixes", "exes"}) {
    if (word.ends_with(ending)) return cut(2);
  }
  return cut(1);
}

std::string singular_word(std::string_view word) {
  const auto same = [word](const Irregular& i) { return i.plural == word; };
  const auto* irregular = std::find_if(std::begin(kIrregular), std::end(kIrregular), same);
  if (irregular != std::end(kIrregular)) return std::string(irregular->singular);
  const bool invariant =
      std::find(std::begin(kInvariant), std::end(kInvariant), word) != std::end(kInvariant);
  return invariant ? std::string(word) : regular_singular(word);
}

std::string quoted(std::string_view text, char quote) {
  std::string result(1, quote);
  for (const char c : text) {
    if (c == quote) result.push_back(quote);
    result.push_back(c);
  }
  result.push_back(quote);
  return result;
}

}  // namespace

bool is_snake_case(std::string_view name) {
  if (name.empty() || !is_lower(name.front()) || name.back() == '_') return false;
  char previous = 'a';
  for (const char c : name) {
    if (!is_lower(c) && !is_digit(c) && (c != '_' || previous == '_')) return false;
    previous = c;
  }
  return true;
}

std::string pascal_case(std::string_view snake) {
  std::string result;
  bool starts_word = true;
  for (const char c : snake) {
    if (c == '_') {
      starts_word = true;
      continue;
    }
    result.push_back(starts_word && is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c);
    starts_word = false;
  }
  return result;
}

std::string singular(std::string_view plural) {
  const std::size_t last = plural.rfind('_') + 1;  // npos + 1 is 0: a single word
  return std::string(plural.substr(0, last)) + singular_word(plural.substr(last));
}

std::string cpp_identifier(std::string_view name) {
  std::string identifier;
  for (const char c : name) {
    const bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (fits || (!identifier.empty() && identifier.back() != '_')) identifier += fits ? c : '_';
  }
  if (identifier != name && identifier.ends_with('_')) identifier.pop_back();
  if (identifier.empty() || (identifier.front() >= '0' && identifier.front() <= '9'))
    identifier.insert(0, "n");
  const bool taken = std::binary_search(std::begin(kCppReserved), std::end(kCppReserved), identifier);
  return taken ? identifier + "_" : identifier;
}

std::string quote_identifier(std::string_view name) {
  const auto plain = [](char c) { return is_lower(c) || is_digit(c) || c == '_'; };
  const bool safe = !name.empty() && !is_digit(name.front()) && std::all_of(name.begin(), name.end(), plain);
  return safe && !is_quoted_keyword(name) ? std::string(name) : quoted(name, '"');
}

std::string quote_literal(std::string_view text) {
  return quoted(text, '\'');
}

}  // namespace schemac::compiler::support
