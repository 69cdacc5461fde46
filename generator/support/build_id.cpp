// The first object that the dynamic linker lists is the program; its notes are in memory (elf(5)).
#include "support/build_id.hpp"

#include <elf.h>
#include <link.h>

#include <algorithm>

namespace schemac::compiler::support {
namespace {

std::string_view find_in(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    const auto& note = *reinterpret_cast<const ElfW(Nhdr)*>(notes.data());
    const auto padded = [](std::size_t size) { return (size + 3) & ~std::size_t{3}; };
    const std::size_t before = sizeof note + padded(note.n_namesz);
    if (note.n_type == NT_GNU_BUILD_ID) return notes.substr(before, note.n_descsz);
    notes.remove_prefix(std::min(notes.size(), before + padded(note.n_descsz)));
  }
  return {};
}

int look(dl_phdr_info* object, std::size_t, void* found) {
  for (int i = 0; i < object->dlpi_phnum; ++i) {
    const ElfW(Phdr)& part = object->dlpi_phdr[i];
    if (part.p_type != PT_NOTE) continue;
    const auto* begin = reinterpret_cast<const char*>(object->dlpi_addr + part.p_vaddr);
    const std::string_view id = find_in({begin, part.p_memsz});
    if (!id.empty()) *static_cast<std::string_view*>(found) = id;
  }
  return 1;  // no further objects
}

}  // namespace

std::string_view build_id() {
  std::string_view found;
  dl_iterate_phdr(look, &found);
  return found;
}

}  // namespace schemac::compiler::support
