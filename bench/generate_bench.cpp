// `schemac generate` on this repository's definitions against `flatc --cpp --gen-object-api`, the quickest
// generator of C++ that is packaged, on a schema with the same tables and as many fields. Both start from
// nothing written.
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "areas.hpp"
#include "measure.hpp"

namespace schemac::bench {
namespace {

constexpr int kRuns = 15;

// A scalar of FlatBuffers that is as wide as the SQL type, and a string for everything else.
std::string flat_type(const std::string& sql_type) {
  static const std::map<std::string, std::string> kScalars = {
      {"boolean", "bool"}, {"smallint", "short"},
      {"integer", "int"},  {"bigint", "long"},
      {"real", "float"},   {"double precision", "double"},
      {"date", "int"},     {"timestamp with time zone", "long"}};
  if (sql_type.ends_with("[]")) return "[" + flat_type(sql_type.substr(0, sql_type.size() - 2)) + "]";
  const auto scalar = kScalars.find(sql_type);
  return scalar == kScalars.end() ? "string" : scalar->second;
}

// Writes the tables of manifest.json as a FlatBuffers schema; returns how many fields it has.
std::size_t write_flat_schema(const std::string& manifest, const std::string& path) {
  std::ifstream input(manifest);
  const nlohmann::json json = nlohmann::json::parse(input);
  std::ofstream output(path);
  output << "namespace chanuka;\n";
  std::size_t fields = 0;
  for (const auto& table : json.at("tables")) {
    output << "table " << table.at("name").get<std::string>() << " {\n";
    for (const auto& column : table.at("columns")) {
      output << "  " << column.at("name").get<std::string>() << ": " << flat_type(column.at("type")) << ";\n";
      ++fields;
    }
    output << "}\n";
  }
  return fields;
}

}  // namespace

void bench_generate(const Setting& setting, Report& report) {
  const std::string flat_schema = setting.work_folder + "/schema.fbs";
  const std::string ours = setting.work_folder + "/ours";
  const std::string theirs = setting.work_folder + "/theirs";
  const auto fields = write_flat_schema(setting.source_folder + "/generated/manifest.json", flat_schema);

  const Sides sides = interleaved(
      kRuns,
      [&] {
        std::filesystem::remove_all(ours);
        return cost_of_program(
            {setting.schemac, "generate", setting.source_folder + "/schema-defs", "--out", ours});
      },
      [&] {
        std::filesystem::remove_all(theirs);
        return cost_of_program({"flatc", "--cpp", "--gen-object-api", "-o", theirs, flat_schema});
      });
  report.add({"generate.wall_to_flatc", sides.wall_ratio(), "ratio", 2.0});
  report.add({"generate.cpu_to_flatc", sides.cpu_ratio(), "ratio", {}});
  report.add({"generate.wall", sides.ours.wall * 1e3, "ms", {}});
  report.add({"generate.flatc_wall", sides.theirs.wall * 1e3, "ms", {}});
  report.add({"generate.fields", static_cast<double>(fields), "fields", {}});
}

}  // namespace schemac::bench
