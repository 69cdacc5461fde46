// Column numbers are written out in the order of kColumns: what a hand would write, and as quick as it gets.
#include "hand_read.hpp"

#include <libpq-fe.h>

#include <cstring>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace schemac::bench {
namespace {

using Rows = std::unique_ptr<PGresult, decltype(&PQclear)>;

constexpr const char* kColumns =
    "id, bill_id, user_id, parent_id, section, position, body, status, score, created_at, updated_at, "
    "deleted_at, version";

std::uint32_t read_u32(const char* bytes) {
  std::uint32_t value;
  std::memcpy(&value, bytes, sizeof value);
  return __builtin_bswap32(value);
}

std::int32_t read_int(const PGresult* rows, int row, int column) {
  return static_cast<std::int32_t>(read_u32(PQgetvalue(rows, row, column)));
}

std::int64_t read_long(const PGresult* rows, int row, int column) {
  std::uint64_t value;
  std::memcpy(&value, PQgetvalue(rows, row, column), sizeof value);
  return static_cast<std::int64_t>(__builtin_bswap64(value));
}

UuidBytes read_uuid(const PGresult* rows, int row, int column) {
  UuidBytes id;
  std::memcpy(id.data(), PQgetvalue(rows, row, column), id.size());
  return id;
}

std::string_view read_text(const PGresult* rows, int row, int column) {
  return {PQgetvalue(rows, row, column), static_cast<std::size_t>(PQgetlength(rows, row, column))};
}

HandPosition read_position(std::string_view text) {
  if (text == "support") return HandPosition::support;
  if (text == "oppose") return HandPosition::oppose;
  if (text == "amend") return HandPosition::amend;
  if (text == "undecided") return HandPosition::undecided;
  throw std::runtime_error("an unknown position");
}

HandStatus read_status(std::string_view text) {
  if (text == "pending") return HandStatus::pending;
  if (text == "approved") return HandStatus::approved;
  if (text == "hidden") return HandStatus::hidden;
  if (text == "removed") return HandStatus::removed;
  throw std::runtime_error("an unknown status");
}

HandComment read_comment(const PGresult* rows, int row) {
  HandComment comment;
  comment.id = read_uuid(rows, row, 0);
  comment.bill_id = read_uuid(rows, row, 1);
  if (PQgetisnull(rows, row, 2) == 0) comment.user_id = read_uuid(rows, row, 2);
  if (PQgetisnull(rows, row, 3) == 0) comment.parent_id = read_uuid(rows, row, 3);
  if (PQgetisnull(rows, row, 4) == 0) comment.section = read_text(rows, row, 4);
  if (PQgetisnull(rows, row, 5) == 0) comment.position = read_position(read_text(rows, row, 5));
  comment.body = read_text(rows, row, 6);
  comment.status = read_status(read_text(rows, row, 7));
  comment.score = read_int(rows, row, 8);
  comment.created_at = read_long(rows, row, 9);
  comment.updated_at = read_long(rows, row, 10);
  if (PQgetisnull(rows, row, 11) == 0) comment.deleted_at = read_long(rows, row, 11);
  comment.version = read_int(rows, row, 12);
  return comment;
}

void prepare(PGconn* connection, const char* name, const std::string& sql) {
  const Rows done(PQprepare(connection, name, sql.c_str(), 0, nullptr), PQclear);
  if (PQresultStatus(done.get()) != PGRES_COMMAND_OK) throw std::runtime_error(PQerrorMessage(connection));
}

// One statement with one parameter in binary.
Rows execute(PGconn* connection, const char* name, const void* bytes, int size) {
  const char* value = static_cast<const char*>(bytes);
  const int binary = 1;
  Rows rows(PQexecPrepared(connection, name, 1, &value, &size, &binary, 1), PQclear);
  if (PQresultStatus(rows.get()) != PGRES_TUPLES_OK) throw std::runtime_error(PQerrorMessage(connection));
  return rows;
}

void append_u32(std::string& bytes, std::uint32_t value) {
  value = __builtin_bswap32(value);
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

// PostgreSQL's binary form of a one-dimensional uuid[].
std::string uuid_array(const std::vector<UuidBytes>& ids) {
  constexpr std::uint32_t kUuidOid = 2950;
  std::string bytes;
  bytes.reserve(20 + ids.size() * (4 + sizeof(UuidBytes)));
  append_u32(bytes, 1);  // dimensions
  append_u32(bytes, 0);  // no NULL among them
  append_u32(bytes, kUuidOid);
  append_u32(bytes, static_cast<std::uint32_t>(ids.size()));
  append_u32(bytes, 1);  // the first index
  for (const UuidBytes& id : ids) {
    append_u32(bytes, sizeof id);
    bytes.append(reinterpret_cast<const char*>(id.data()), id.size());
  }
  return bytes;
}

}  // namespace

HandReader::HandReader(const std::string& connection_string)
    : connection_(PQconnectdb(connection_string.c_str())) {
  if (PQstatus(connection_) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(connection_));
  const std::string select = std::string("SELECT ") + kColumns + " FROM bill_comments WHERE ";
  prepare(connection_, "find", select + "id = $1 AND deleted_at IS NULL");
  prepare(connection_, "find_many", select + "id = any($1) AND deleted_at IS NULL");
}

HandReader::~HandReader() {
  PQfinish(connection_);
}

std::optional<HandComment> HandReader::find(const UuidBytes& id) {
  const Rows rows = execute(connection_, "find", id.data(), static_cast<int>(id.size()));
  if (PQntuples(rows.get()) == 0) return std::nullopt;
  return read_comment(rows.get(), 0);
}

std::vector<HandComment> HandReader::find_many(const std::vector<UuidBytes>& ids) {
  const std::string array = uuid_array(ids);
  const Rows rows = execute(connection_, "find_many", array.data(), static_cast<int>(array.size()));
  std::vector<HandComment> comments;
  const int count = PQntuples(rows.get());
  comments.reserve(static_cast<std::size_t>(count));
  for (int row = 0; row < count; ++row) comments.push_back(read_comment(rows.get(), row));
  return comments;
}

}  // namespace schemac::bench
