// Grants are compared piece by piece: one privilege on one column, or on the whole object, by one grantor.
// REVOKE of a whole table's privilege takes it from its columns too, so that pieces are revoked in that order
// and what was taken along is granted again.
#include "objects/grant_sql.hpp"

#include <algorithm>

#include "objects/role_reading.hpp"
#include "objects/sql_text.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Grant;

/// Pieces: grants of at most one column each.
std::vector<Grant> pieces_of(const std::vector<Grant>& grants) {
  std::vector<Grant> pieces;
  for (const Grant& grant : grants) {
    if (grant.columns.empty()) pieces.push_back(grant);
    for (const std::string& column : grant.columns)
      pieces.push_back({grant.privilege, {column}, grant.grantable, grant.by});
  }
  return pieces;
}

bool same_piece(const Grant& a, const Grant& b) {
  return a.privilege == b.privilege && a.columns == b.columns && a.by == b.by;
}

const Grant* find_piece(const std::vector<Grant>& pieces, const Grant& piece) {
  const auto found = std::find_if(pieces.begin(), pieces.end(),
                                  [&](const Grant& other) { return same_piece(piece, other); });
  return found == pieces.end() ? nullptr : &*found;
}

/// Adjacent pieces of one privilege become one grant again.
std::vector<Grant> joined(const std::vector<Grant>& pieces) {
  std::vector<Grant> grants;
  for (const Grant& piece : pieces) {
    const bool joins = !grants.empty() && grants.back().privilege == piece.privilege &&
                       !grants.back().columns.empty() && !piece.columns.empty();
    if (joins) {
      grants.back().columns.push_back(piece.columns.front());
    } else {
      grants.push_back(piece);
    }
  }
  return grants;
}

std::string privilege_list(const std::vector<Grant>& pieces) {
  std::string list;
  for (const Grant& grant : joined(pieces)) {
    list += (list.empty() ? "" : ", ") + grant.privilege;
    if (!grant.columns.empty()) list += " " + column_list(grant.columns);
  }
  return list;
}

class Statements {
 public:
  explicit Statements(const GrantWords& words) : words_(words) {}

  void revoke(const std::vector<Grant>& pieces, std::string_view option) {
    each_grantor(pieces, [&](const std::vector<Grant>& theirs) {
      say(theirs.front().by, "REVOKE " + std::string(option) + privilege_list(theirs) + " ON " + words_.on +
                                 " FROM " + role_sql(words_.role));
    });
  }

  void grant(const std::vector<Grant>& pieces, std::string_view option) {
    each_grantor(pieces, [&](const std::vector<Grant>& theirs) {
      say(theirs.front().by, "GRANT " + privilege_list(theirs) + " ON " + words_.on + " TO " +
                                 role_sql(words_.role) + std::string(option));
    });
  }

  std::vector<std::string> take() { return std::move(all_); }

 private:
  template <class Say>
  static void each_grantor(std::vector<Grant> pieces, Say say) {
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const Grant& a, const Grant& b) { return a.by < b.by; });
    for (auto first = pieces.begin(); first != pieces.end();) {
      const auto last =
          std::find_if(first, pieces.end(), [&](const Grant& piece) { return piece.by != first->by; });
      say(std::vector<Grant>(first, last));
      first = last;
    }
  }

  /// PostgreSQL knows who grants only from who speaks.
  void say(const std::string& by, const std::string& statement) {
    all_.push_back(by.empty()
                       ? words_.prefix + statement
                       : "SET ROLE " + support::quote_identifier(by) + ";\n" + statement + ";\nRESET ROLE");
  }

  const GrantWords& words_;
  std::vector<std::string> all_;
};

/// The pieces for which `pick` holds.
template <class Pick>
std::vector<Grant> picked(const std::vector<Grant>& pieces, Pick pick) {
  std::vector<Grant> result;
  std::copy_if(pieces.begin(), pieces.end(), std::back_inserter(result), pick);
  return result;
}

/// Privileges of the whole object as pieces.
std::vector<Grant> whole(const std::vector<std::string>& privileges) {
  std::vector<Grant> pieces;
  for (const std::string& privilege : privileges) pieces.push_back({privilege, {}});
  return pieces;
}

/// The privileges that are in `some` and not in `others`.
std::vector<std::string> without(const std::vector<std::string>& some,
                                 const std::vector<std::string>& others) {
  std::vector<std::string> result;
  std::set_difference(some.begin(), some.end(), others.begin(), others.end(), std::back_inserter(result));
  return result;
}

void append(std::vector<Grant>& pieces, std::vector<Grant> more) {
  for (Grant& piece : more) pieces.push_back(std::move(piece));
}

}  // namespace

std::vector<std::string> grant_statements(const Rights& from, const Rights& to, const GrantWords& words) {
  std::vector<Grant> held = pieces_of(from.grants);
  const std::vector<Grant> wanted = pieces_of(to.grants);

  std::vector<Grant> gone =
      picked(held, [&](const Grant& piece) { return find_piece(wanted, piece) == nullptr; });
  const auto narrowed = picked(held, [&](const Grant& piece) {
    const Grant* kept = find_piece(wanted, piece);
    return kept != nullptr && piece.grantable && !kept->grantable;
  });
  std::erase_if(held, [&](const Grant& piece) {
    return std::any_of(gone.begin(), gone.end(), [&](const Grant& other) {
      return piece.privilege == other.privilege && piece.by == other.by &&
             (other.columns.empty() || other.columns == piece.columns);
    });
  });
  const auto is_new = [&](const Grant& piece) {
    const Grant* before = find_piece(held, piece);
    return before == nullptr || (piece.grantable && !before->grantable);
  };
  append(gone, whole(without(to.revoked, from.revoked)));
  std::vector<Grant> given = picked(wanted, [&](const Grant& p) { return is_new(p) && !p.grantable; });
  append(given, whole(without(from.revoked, to.revoked)));

  Statements statements(words);
  statements.revoke(gone, "");
  statements.revoke(narrowed, "GRANT OPTION FOR ");
  statements.grant(given, "");
  statements.grant(picked(wanted, [&](const Grant& p) { return is_new(p) && p.grantable; }),
                   " WITH GRANT OPTION");
  return statements.take();
}

std::string in_one(const std::vector<std::string>& statements) {
  std::string sql;
  for (const std::string& statement : statements) sql += (sql.empty() ? "" : ";\n") + statement;
  return sql;
}

Rights read_rights(const model::CatalogueRow& row) {
  const auto privileges = row.list("privileges");
  const auto columns = row.list("columns");
  const auto grantable = row.list("grantable");
  const auto grantors = row.list("grantors");
  Rights rights{{}, row.list("revoked")};
  for (std::size_t i = 0; i < privileges.size(); ++i) {
    const bool joins = i > 0 && !columns[i].empty() && !columns[i - 1].empty() &&
                       privileges[i] == privileges[i - 1] && grantable[i] == grantable[i - 1] &&
                       grantors[i] == grantors[i - 1];
    if (!joins) rights.grants.push_back({privileges[i], {}, grantable[i] == "true", grantors[i]});
    if (!columns[i].empty()) rights.grants.back().columns.push_back(columns[i]);
  }
  return rights;
}

}  // namespace schemac::compiler::objects
