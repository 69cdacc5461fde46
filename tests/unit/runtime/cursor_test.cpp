// Cursors: what goes in comes out, and nothing else is taken for one.
#include "query/cursor.hpp"

#include <gtest/gtest.h>

namespace schemac {
namespace {

using Values = std::vector<std::optional<std::string>>;

std::string cursor_of(std::string_view order, const Values& values) {
  std::vector<FieldView> fields;
  for (const auto& value : values) {
    fields.push_back(value ? FieldView{value->data(), static_cast<std::int32_t>(value->size())}
                           : FieldView{});
  }
  return make_cursor(order, fields);
}

TEST(Cursor, gives_the_values_back) {
  for (std::size_t size = 0; size < 8; ++size) {
    const Values values = {std::string(size, '\xff'), std::nullopt, std::string("\0a", 2)};
    EXPECT_EQ(read_cursor("t.page", cursor_of("t.page", values)), values);
  }
}

TEST(Cursor, is_safe_in_an_address) {
  const std::string cursor = cursor_of("t.page", {std::string("\xfb\xff\xfe ?&=+/", 9)});
  EXPECT_EQ(cursor.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
            std::string::npos);
}

TEST(Cursor, of_another_order_is_none) {
  EXPECT_EQ(read_cursor("t.other", cursor_of("t.page", {"1"})), std::nullopt);
}

TEST(Cursor, altered_anywhere_is_none) {
  const std::string cursor = cursor_of("t.page", {"some value", std::nullopt});
  for (std::size_t i = 0; i < cursor.size(); ++i) {
    std::string altered = cursor;
    altered[i] = altered[i] == 'A' ? 'B' : 'A';
    EXPECT_EQ(read_cursor("t.page", altered), std::nullopt) << i;
    EXPECT_EQ(read_cursor("t.page", cursor.substr(0, i)), std::nullopt) << i;
  }
  EXPECT_EQ(read_cursor("t.page", cursor + "A"), std::nullopt);
  EXPECT_EQ(read_cursor("t.page", cursor + "="), std::nullopt);
  EXPECT_EQ(read_cursor("t.page", ""), std::nullopt);
}

}  // namespace
}  // namespace schemac
