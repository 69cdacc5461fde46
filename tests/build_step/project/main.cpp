// Uses one domain, so that a change of the other must not compile it.
#include "shop/goods.hpp"

int main() {
  return shop::goods::Row{}.name.empty() ? 0 : 1;
}
