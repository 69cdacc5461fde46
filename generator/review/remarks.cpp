// Remarks stand on comment lines of their own.
#include "review/remarks.hpp"

#include <algorithm>

#include "support/text_scan.hpp"

namespace schemac::compiler::review {
namespace {

constexpr std::string_view kHazard = "-- hazard SC";
constexpr std::string_view kAllow = "-- allow ";

void read_line(std::string_view line, std::size_t at, std::vector<Remark>& remarks) {
  const bool hazard = line.starts_with(kHazard);
  if (!hazard && !line.starts_with(kAllow)) return;
  const std::size_t begin = hazard ? kHazard.size() - 2 : kAllow.size();
  const std::size_t colon = std::min(line.find(':', begin), line.size());
  Remark remark;
  remark.kind = hazard ? Remark::Kind::hazard : Remark::Kind::allow;
  remark.code = support::trimmed(line.substr(begin, colon - begin));
  if (colon < line.size()) remark.reason = support::trimmed(line.substr(colon + 1));
  remark.begin = at + begin;
  remark.end = remark.begin + remark.code.size();
  remarks.push_back(std::move(remark));
}

}  // namespace

std::vector<Remark> read_remarks(std::string_view script, std::size_t begin, std::size_t end) {
  std::vector<Remark> remarks;
  while (begin < end) {
    const std::size_t line_end = std::min(script.find('\n', begin), end);
    const std::string_view line = script.substr(begin, line_end - begin);
    read_line(line, begin, remarks);
    begin = line_end + 1;
  }
  return remarks;
}

}  // namespace schemac::compiler::review
