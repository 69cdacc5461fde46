// Takes passwords out of text. Both forms of a connection string are read as libpq reads them, but where a
// string is ambiguous (an unescaped @ or / inside a password) the reading that hides more is taken.
#include "schemac/redact.hpp"

#include <algorithm>
#include <cstddef>

namespace schemac {
namespace {

constexpr std::string_view kHidden = "***";
constexpr std::string_view kSpace = " \t\r\n\f\v";

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

bool is_secret(std::string_view key) {
  return same_word(key, "password") || same_word(key, "sslpassword");
}

bool is_word(char c) {
  return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (lower(c) >= 'a' && lower(c) <= 'f') return lower(c) - 'a' + 10;
  return -1;
}

/// A URL may spell a keyword with percent signs: pass%77ord is password.
std::string percent_decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool escape =
        text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0;
    result += escape ? static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2])) : text[i];
    if (escape) i += 2;
  }
  return result;
}

/// `a=1&password=x`: the part of a URL after its question mark.
std::string redact_query(std::string_view query) {
  std::string result;
  while (!query.empty()) {
    std::size_t end = std::min(query.find('&'), query.size());
    std::string_view pair = query.substr(0, end);
    std::size_t equals = pair.find('=');
    if (equals != std::string_view::npos && is_secret(percent_decoded(pair.substr(0, equals))))
      result.append(pair.substr(0, equals + 1)).append(kHidden);
    else
      result.append(pair);
    if (end < query.size()) result += '&';
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return result;
}

std::string redact_url(std::string_view url) {
  std::size_t start = url.find("://") + 3;
  std::string result{url.substr(0, start)};
  std::string_view rest = url.substr(start);
  // The last @ of all ends the user's part: a password with an unescaped @, / or ? must not show.
  std::size_t at = rest.rfind('@');
  std::size_t colon = rest.find(':');
  if (at != std::string_view::npos && colon < at) {
    result.append(rest.substr(0, colon + 1)).append(kHidden);
    rest.remove_prefix(at);
  }
  std::size_t question = rest.find('?');
  if (question == std::string_view::npos) return result.append(rest);
  return result.append(rest.substr(0, question + 1)).append(redact_query(rest.substr(question + 1)));
}

/// Where a keyword's value that starts at `from` ends; npos if its quote never closes.
std::size_t value_end(std::string_view text, std::size_t from) {
  bool quoted = from < text.size() && text[from] == '\'';
  for (std::size_t i = from + (quoted ? 1 : 0); i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (quoted && text[i] == '\'') {
      return i + 1;
    } else if (!quoted && kSpace.find(text[i]) != std::string_view::npos) {
      return i;
    }
  }
  return quoted ? std::string_view::npos : text.size();
}

std::string redact_keywords(std::string_view text) {
  std::string result;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t key = text.find_first_not_of(kSpace, at);
    if (key == std::string_view::npos) return result.append(text.substr(at));
    std::size_t key_end = std::min(text.find_first_of(" \t\r\n\f\v=", key), text.size());
    std::size_t equals = text.find_first_not_of(kSpace, key_end);
    if (equals == std::string_view::npos || text[equals] != '=')
      return result.append(text.substr(at, key - at)).append(kHidden);
    std::size_t value = std::min(text.find_first_not_of(kSpace, equals + 1), text.size());
    std::size_t end = value_end(text, value);
    bool hide = end == std::string_view::npos || is_secret(text.substr(key, key_end - key));
    result.append(text.substr(at, value - at)).append(hide ? kHidden : text.substr(value, end - value));
    at = std::min(end, text.size());
  }
  return result;
}

/// Where the literal that starts at `from` ends ('…', E'…' with backslashes, $tag$…$tag$), or `from` if no
/// literal starts there.
std::size_t literal_end(std::string_view text, std::size_t from) {
  std::size_t open = from;
  bool escapes = open < text.size() && lower(text[open]) == 'e';
  if (escapes) ++open;
  if (open < text.size() && text[open] == '\'') {
    for (std::size_t i = open + 1; i < text.size(); ++i) {
      if (escapes && text[i] == '\\') {
        ++i;
      } else if (text[i] == '\'') {
        if (i + 1 >= text.size() || text[i + 1] != '\'') return i + 1;
        ++i;
      }
    }
    return text.size();
  }
  if (from >= text.size() || text[from] != '$') return from;
  std::size_t tag_end = text.find('$', from + 1);
  if (tag_end == std::string_view::npos) return from;
  std::string_view tag = text.substr(from, tag_end - from + 1);
  std::size_t close = text.find(tag, tag_end + 1);
  return close == std::string_view::npos ? text.size() : close + tag.size();
}

/// Where the secret that follows a `password` ending at `after` starts and ends; equal where none follows.
struct Secret {
  std::size_t start;
  std::size_t end;
};

Secret secret_after(std::string_view text, std::size_t after) {
  std::size_t next = std::min(text.find_first_not_of(kSpace, after), text.size());
  if (next < text.size() && text[next] == '=') {
    std::size_t start = std::min(text.find_first_not_of(kSpace, next + 1), text.size());
    std::size_t literal = literal_end(text, start);
    if (literal > start) return {start, literal};
    return {start, std::min(text.find_first_of(" \t\r\n'\"&", start), text.size())};
  }
  return {next, literal_end(text, next)};
}

}  // namespace

std::string redact_connection_string(std::string_view text) {
  bool url = text.starts_with("postgresql://") || text.starts_with("postgres://");
  return url ? redact_url(text) : redact_keywords(text);
}

std::string redact_statement(std::string_view text) {
  constexpr std::string_view kWord = "password";
  std::string result;
  std::size_t at = 0;
  for (std::size_t i = 0; i + kWord.size() <= text.size();) {
    std::size_t after = i + kWord.size();
    bool found =
        same_word(text.substr(i, kWord.size()), kWord) && (after == text.size() || !is_word(text[after]));
    Secret secret = found ? secret_after(text, after) : Secret{0, 0};
    if (secret.end <= secret.start) {
      ++i;
      continue;
    }
    result.append(text.substr(at, secret.start - at)).append(kHidden);
    at = i = secret.end;
  }
  return result.append(text.substr(at));
}

}  // namespace schemac
