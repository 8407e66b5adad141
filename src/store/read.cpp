#include "store/read.hpp"

#include "base/arena.hpp"
#include "base/descriptor.hpp"
#include "base/limits.hpp"
#include "base/parallel_for.hpp"
#include "base/processors.hpp"
#include "base/shortage.hpp"
#include "base/temporary.hpp"
#include "model/record_type.hpp"
#include "store/layout.hpp"
#include "store/load.hpp"
#include "store/texts.hpp"
#include "store/walk.hpp"
#include "value/decoder.hpp"
#include "yaml/tree.hpp"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <span>
#include <type_traits>

namespace rapport::store {
namespace {

static_assert(std::is_trivially_destructible_v<model::Partner> && sizeof(model::Partner) <= 512);
static_assert(std::is_trivially_destructible_v<model::Engagement> &&
              sizeof(model::Engagement) <= 512);

/// What one thread reads with and has read. On cache lines of its own.
struct alignas(64) Reader {
  base::Arena arena;
  yaml::Tree tree;
  value::Decoded found;  // in the record that is being decoded
  Reading read;

  /// The file as a source, or null and its trouble noted.
  value::Source* open(const base::Descriptor& root, std::string_view folder, const char* name) {
    const Loaded loaded = load_in(root, folder, name);
    const std::string_view path = path_of(folder, name);
    if (loaded.trouble != Trouble::none)
      read.troubles.push_back({path, loaded.trouble, loaded.error, {}});
    if (loaded.trouble != Trouble::none && loaded.trouble != Trouble::hard_link) return nullptr;
    return add(path, loaded.text, path.substr(path.size() - std::strlen(name)));
  }

  value::Source* add(std::string_view path, std::string_view text, std::string_view name) {
    auto* source = arena.take<value::Source>(1).data();
    *source = {text, path, model::id_of_name(name)};
    read.sources.push_back(source);
    return source;
  }

  /// Closes the folder that was read last.
  void leave() { opened_.close(); }

  /// Decodes `source` into a new record. Null when its text could not be read to its end.
  template <class Record>
  Record* decode(value::Source* source, const value::Type& type, model::RecordKind kind,
                 const value::Codes& codes) {
    const yaml::Parsed parsed = yaml::parse(source->text, tree);
    source->may_have_unusual = parsed.has_unusual;
    for (const yaml::Fault& fault : {parsed.warning, parsed.error})
      if (fault.problem != yaml::Problem::none)
        read.faults.push_back({source, value::fault_of(fault)});
    if (parsed.error.problem != yaml::Problem::none) return nullptr;
    auto* record = arena.take<Record>(1).data();
    record->head.source = source;
    record->head.kind = kind;
    found.clear();
    value::Decoder(source->text, tree, codes, arena, found).fields(0, type, record);
    record->head.has_errors = !found.faults.empty();
    for (const auto& fault : found.faults) read.faults.push_back({source, fault});
    for (const auto& use : found.refs) read.refs.push_back({&record->head, use});
    return record;
  }

 private:
  /// Files of one folder mostly follow each other. It is opened anew, so that no more folders are
  /// held open than there are threads, however many a repository has.
  Loaded load_in(const base::Descriptor& root, std::string_view folder, const char* name) {
    if (folder.empty()) return load(root.number(), name, arena);
    if (!opened_ || folder != opened_path_) {
      opened_ = open_folder(root.number(), folder);
      opened_path_ = folder;
    }
    if (!opened_) return {{}, Trouble::unreadable, errno};
    return load(opened_.number(), name, arena);
  }

  base::Descriptor opened_;
  std::string_view opened_path_;  // relative to the root

  std::string_view path_of(std::string_view folder, std::string_view name) {
    if (folder.empty()) return arena.copy(name);
    const std::size_t size = folder.size() + 1 + name.size();
    char* at = static_cast<char*>(arena.bytes(size, 1));
    std::memcpy(at, folder.data(), folder.size());
    at[folder.size()] = '/';
    std::memcpy(at + folder.size() + 1, name.data(), name.size());
    return {at, size};
  }
};

// Never taken down: records live in the readers' arenas until the process ends.
using Readers = std::vector<Reader>;

/// The part gives its memory back: whoever read it stays until the process ends.
template <class T>
void move_to_end(std::vector<T>& all, std::vector<T>& part) {
  if (all.empty())
    all.swap(part);
  else
    all.insert(all.end(), part.begin(), part.end());
  std::vector<T>().swap(part);
}

Reading gather(Readers& readers, std::span<Walk> walked) {
  Reading all;
  std::size_t refs = 0;
  for (const auto& reader : readers) refs += reader.read.refs.size();
  readers.front().read.refs.reserve(refs);
  for (auto& reader : readers) {
    reader.leave();
    Reading& part = reader.read;
    move_to_end(all.partners, part.partners);
    move_to_end(all.engagements, part.engagements);
    move_to_end(all.refs, part.refs);
    move_to_end(all.faults, part.faults);
    move_to_end(all.troubles, part.troubles);
    move_to_end(all.sources, part.sources);
    if (part.office != nullptr) all.office = part.office;
  }
  for (Walk& each : walked) {
    move_to_end(all.troubles, each.troubles);
    move_to_end(all.hidden, each.hidden);
  }
  std::ranges::sort(all.hidden);
  std::ranges::sort(all.faults, [](const FoundFault& a, const FoundFault& b) {
    return a.source->path != b.source->path ? a.source->path < b.source->path
                                            : a.fault.offset < b.fault.offset;
  });
  std::ranges::sort(all.troubles, [](const PathTrouble& a, const PathTrouble& b) {
    return a.path != b.path ? a.path < b.path : a.trouble < b.trouble;
  });
  return all;
}

base::Descriptor open_root(const std::string& root) {
  return base::Descriptor(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

constexpr unsigned least_files = 32;  // open at once: enough for the walk, and for 8 threads
constexpr unsigned most_folders = base::limits::open_folders.number;

/// Each thread holds a folder, the one it goes to next, and a file; a few files are open besides.
unsigned threads_for(unsigned wanted, unsigned files) {
  constexpr unsigned besides = 8;
  if (wanted == 0) wanted = base::default_threads();
  return std::min({wanted, most_folders / 2, (files - besides) / 3});
}

/// Decodes what the walk found into the readers, one of them a thread.
class Decoding {
 public:
  Decoding(Readers& readers, const value::Codes& codes, const OnRecord& on_record)
      : readers_(readers), codes_(codes), on_record_(on_record) {}

  void partner(unsigned thread, value::Source* source) {
    Reader& reader = readers_[thread];
    if (source == nullptr) return;
    auto* record = reader.decode<model::Partner>(source, model::partner_type(),
                                                 model::RecordKind::partner, codes_);
    if (record == nullptr) return;
    reader.read.partners.push_back(record);
    if (on_record_.partner != nullptr) on_record_.partner(on_record_.context, thread, *record);
  }

  void engagement(unsigned thread, value::Source* source) {
    Reader& reader = readers_[thread];
    if (source == nullptr) return;
    auto* record = reader.decode<model::Engagement>(source, model::engagement_type(),
                                                    model::RecordKind::engagement, codes_);
    if (record == nullptr) return;
    reader.read.engagements.push_back(record);
    if (on_record_.engagement != nullptr)
      on_record_.engagement(on_record_.context, thread, *record);
  }

 private:
  Readers& readers_;
  const value::Codes& codes_;
  const OnRecord& on_record_;
};

}  // namespace

base::Result<Reading> read(const std::string& root, const value::Codes& codes,
                           ReadOptions options) {
  const auto files = base::allow_open_files(least_files);
  if (!files) return files.failure();
  const base::Descriptor opened = open_root(root);
  if (!opened) {
    const int error = errno;
    if (base::is_shortage(error)) return base::shortage("read the records", error);
    return base::failed("open", root, error);
  }
  const base::ParallelFor pool(threads_for(options.threads, *files));
  std::array<Walk, 2> walked;
  pool.run(
      walked.size(),
      [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) walk(opened, record_folders[i], walked[i]);
      },
      1);
  walk_top(opened, walked[0]);
  const auto& partners = walked[0].files;
  const auto& engagements = walked[1].files;
  auto& readers = *new Readers(pool.threads());
  Reader& first = readers.front();
  if (auto* source = first.open(opened, "", office_file.data()))
    first.read.office = first.decode<model::Office>(source, model::office_type(), {}, codes);
  Decoding decoding(readers, codes, options.on_record);
  const std::size_t count = partners.size() + engagements.size();
  pool.run(count, [&](unsigned thread, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const bool is_partner = i < partners.size();
      const RecordFile& file = is_partner ? partners[i] : engagements[i - partners.size()];
      auto* source = readers[thread].open(opened, file.folder, file.name);
      if (is_partner)
        decoding.partner(thread, source);
      else
        decoding.engagement(thread, source);
    }
  });
  Reading all = gather(readers, walked);
  if (auto enough = no_shortage(all.troubles); !enough) return enough.failure();
  return all;
}

base::Result<Reading> read(const Texts& texts, const value::Codes& codes, ReadOptions options) {
  const unsigned threads = options.threads == 0 ? base::default_threads() : options.threads;
  const base::ParallelFor pool(threads);
  auto& readers = *new Readers(pool.threads());
  Reader& first = readers.front();
  std::vector<const TextFile*> records;
  for (const TextFile& file : texts.files) {
    if (file.path == office_file)
      first.read.office = first.decode<model::Office>(first.add(file.path, file.text, file.path),
                                                      model::office_type(), {}, codes);
    else if (model::is_record_path(file.path))
      records.push_back(&file);
  }
  Decoding decoding(readers, codes, options.on_record);
  pool.run(records.size(), [&](unsigned thread, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const auto& [path, text] = *records[i];
      auto* source = readers[thread].add(path, text, path.substr(path.rfind('/') + 1));
      if (model::is_partner_path(path))
        decoding.partner(thread, source);
      else
        decoding.engagement(thread, source);
    }
  });
  first.read.troubles = texts.troubles;
  return gather(readers, {});
}

base::Done no_shortage(std::span<const PathTrouble> troubles) {
  for (const auto& trouble : troubles)
    if (base::is_shortage(trouble.error)) return base::shortage("read the records", trouble.error);
  return base::done();
}

std::vector<const value::Source*> read_reference(const std::string& root,
                                                 std::vector<PathTrouble>& troubles) {
  std::vector<const value::Source*> sources;
  const base::Descriptor opened = open_root(root);
  if (!opened) troubles.push_back({rows_folder, Trouble::unreadable, errno, {}});
  if (!opened) return sources;
  Walk walked;
  walk(opened, rows_folder, walked);
  auto& reader = *new Reader;
  for (const auto& file : walked.files)
    if (const auto* source = reader.open(opened, file.folder, file.name)) sources.push_back(source);
  reader.leave();
  move_to_end(troubles, walked.troubles);
  move_to_end(troubles, reader.read.troubles);
  std::ranges::sort(sources, {}, [](const auto* source) { return source->path; });
  return sources;
}

std::vector<const value::Source*> read_reference(const Texts& texts,
                                                 std::vector<PathTrouble>& troubles) {
  std::vector<const value::Source*> sources;
  auto& reader = *new Reader;
  for (const auto& [path, text] : texts.files)
    if (model::folder_of_path(path) == rows_folder && model::is_named_as_record(path))
      sources.push_back(reader.add(path, text, path.substr(path.rfind('/') + 1)));
  for (const PathTrouble& trouble : texts.troubles)
    if (model::folder_of_path(trouble.path) == rows_folder) troubles.push_back(trouble);
  std::ranges::sort(sources, {}, [](const auto* source) { return source->path; });
  return sources;
}

}  // namespace rapport::store
