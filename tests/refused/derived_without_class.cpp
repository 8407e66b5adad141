// What is computed from fields says it too.
#include "query/derived.hpp"
#include "value/codec.hpp"

extern const rapport::query::Derived spec;
const rapport::query::Derived spec = {
    .heading = "ID",
    .doc = "The record's id.",
    .type = rapport::value::type_of<rapport::value::Ref>,
#ifndef WRONG
    .reveals = rapport::value::Reveals::open,
#endif
    .values = nullptr,
};
