// Fuzz target: any bytes as a query, as columns, as an order and as words to search for.
#include "../unit/query_office.hpp"
#include "query_property.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size);

namespace {

/// The sample office says with doctest what is wrong with itself; here no test runs.
void let_asserts_abort() {
  static doctest::Context context;
  context.setAsDefaultForAssertsOutOfTestCases();
  context.setAssertHandler([](const doctest::AssertData& data) {
    if (!data.m_failed) return;
    std::fprintf(stderr, "%s:%d: %s\n", data.m_file, data.m_line, data.m_expr);
    std::abort();
  });
}

}  // namespace

int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const bool is_ready = (let_asserts_abort(), true);
  static_cast<void>(is_ready);
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
