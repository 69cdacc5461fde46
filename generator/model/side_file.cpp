// The driver has read the files; who names one gets its text, or says why there is none.
#include "model/side_file.hpp"

#include "support/utf8.hpp"

namespace schemac::compiler::model {
namespace {

void report_missing(Draft& draft, const syntax::Value& file) {
  const std::string_view path = file.text;
  const bool outside =
      path.starts_with('/') || path.starts_with("../") || path.find("/../") != std::string_view::npos;
  draft.diagnostics()
      .error(file.span, "SC1501", "there is no file `" + file.text + "` among the definitions",
             outside ? "it would stand outside of the definitions' folder" : "")
      .help = "name it by its path in the folder of the definitions";
}

}  // namespace

std::optional<support::FileId> open_side_file(Draft& draft, const syntax::Value& path,
                                              std::size_t max_bytes) {
  constexpr std::size_t kMebibyte = 1024 * 1024;
  if (!draft.expect(path, syntax::Kind::string, "\"file\"")) return std::nullopt;
  const auto found = draft.files.find(path.text);
  if (found == draft.files.end()) {
    report_missing(draft, path);
    return std::nullopt;
  }
  const std::string_view text = draft.sources().text(found->second);
  if (text.size() > max_bytes) {
    draft.diagnostics().error(path.span, "SC1501", "the file `" + path.text + "` is too large",
                              "over " + std::to_string(max_bytes / kMebibyte) + " MiB");
    return std::nullopt;
  }
  const auto invalid = static_cast<std::uint32_t>(support::find_invalid_utf8(text));
  if (invalid >= text.size()) return found->second;
  draft.diagnostics().error({found->second, invalid, invalid + 1}, "SC1002", "the file is not UTF-8");
  return std::nullopt;
}

}  // namespace schemac::compiler::model
