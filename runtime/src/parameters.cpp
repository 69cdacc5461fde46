// The values bound to a statement.
#include "schemac/parameters.hpp"

#include <limits>
#include <string>

#include "schemac/error.hpp"

namespace schemac {

Parameters::Parameters() = default;
Parameters::~Parameters() = default;
Parameters::Parameters(const Parameters&) = default;
Parameters::Parameters(Parameters&&) noexcept = default;
Parameters& Parameters::operator=(const Parameters&) = default;
Parameters& Parameters::operator=(Parameters&&) noexcept = default;

void Parameters::close_slot(std::uint32_t oid, std::size_t offset, bool binary) {
  std::size_t size = buffer_.size() - offset;
  if (size > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()))
    throw UsageError{"parameter $" + std::to_string(count_ + 1) + " is larger than 2 GB"};
  if (!binary) buffer_.put(std::uint8_t{0});  // libpq takes the length of a text parameter from its zero byte
  push({oid, static_cast<std::int32_t>(size), offset, binary});
}

void Parameters::push_to_many(const Slot& slot) {
  constexpr std::size_t kMost = 65535;  // the protocol counts parameters in 16 bits
  if (count_ == kMost) throw UsageError{"a statement has at most 65535 parameters"};
  if (many_.empty()) many_.assign(few_.begin(), few_.end());
  many_.push_back(slot);
  ++count_;
}

}  // namespace schemac
