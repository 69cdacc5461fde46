// Checksums of the ledger are what `sha256sum` prints: the two vectors of FIPS 180-2 and the empty text.
#include "migrate/sha256.hpp"

#include <gtest/gtest.h>

namespace schemac::migrate {
namespace {

TEST(Sha256, is_what_sha256sum_prints) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

}  // namespace
}  // namespace schemac::migrate
