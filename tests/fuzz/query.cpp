// Fuzz target: any bytes as a query, as columns, as an order and as words to search for.
#include "../unit/query_office.hpp"
#include "query_property.hpp"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size);

int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static rapport::tests::Office office;
  static const auto context = office.context();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto kind :
       {rapport::model::RecordKind::partner, rapport::model::RecordKind::engagement}) {
    std::string fault = rapport::tests::broken(text, kind, context);
    if (fault.empty()) fault = rapport::tests::broken_columns(text, kind, context);
    if (fault.empty()) continue;
    std::fprintf(stderr, "%s\n", fault.c_str());
    std::abort();
  }
  return 0;
}
