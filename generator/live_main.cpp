// schemac-live: the commands of schemac that talk to a database. schemac starts it.
#include <iostream>

#include "driver/command_line.hpp"
#include "driver/exit_code.hpp"
#include "live/commands.hpp"
#include "plan/impossible.hpp"
#include "schemac/error.hpp"
#include "scratch/server.hpp"
#include "support/files.hpp"

int main(int argc, char** argv) {
  using namespace schemac::compiler;
  try {
    return driver::run(argc, argv, live::commands());
  } catch (const support::FileError& error) {
    std::cerr << "schemac: " << error.what() << "\n";
    return driver::kDefinitionErrors;
  } catch (const schemac::Error& error) {
    std::cerr << "schemac: " << error.what() << "\n";
    return driver::kDatabase;
  } catch (const scratch::ScratchError& error) {
    std::cerr << "schemac: " << error.what() << "\n";
    return driver::kDatabase;
  } catch (const plan::Impossible& error) {
    std::cerr << "schemac: SC5010: " << error.what()
              << "\n  = help: make the change in two steps, the first of which takes away what needs it\n";
    return driver::kDefinitionErrors;
  } catch (const std::exception& error) {
    std::cerr << "schemac: internal error: " << error.what()
              << "\n  = help: please report it, with both schemas\n";
    return driver::kInternal;
  }
}
