// expect gcc: could not convert
// expect clang: no matching constructor for initialization of 'schemac::Required<
#include "chanuka/content_analyses.hpp"

using namespace chanuka;

content_analyses::Insert in{.bill_id = BillId{}, .kind = AnalysisKind::topic, .model = "rules 3"};
