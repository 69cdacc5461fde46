// schemac: the schema compiler's program.
#include <iostream>

#include "driver/command_line.hpp"
#include "driver/exit_code.hpp"
#include "plan/impossible.hpp"
#include "render/template.hpp"
#include "support/files.hpp"

int main(int argc, char** argv) {
  using namespace schemac::compiler;
  try {
    return driver::run(argc, argv, {});
  } catch (const support::FileError& error) {
    std::cerr << "schemac: " << error.what() << "\n";
    return driver::kDefinitionErrors;
  } catch (const render::TemplateError& error) {
    std::cerr << "schemac: " << error.what() << "\n";
    return driver::kDefinitionErrors;
  } catch (const plan::Impossible& error) {
    std::cerr << "schemac: SC5010: " << error.what()
              << "\n  = help: make the change in two steps, the first of which takes away what needs it\n";
    return driver::kDefinitionErrors;
  } catch (const std::exception& error) {
    std::cerr << "schemac: internal error: " << error.what()
              << "\n  = help: please report it, with the definitions\n";
    return driver::kInternal;
  }
}
