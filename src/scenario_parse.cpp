// SPDX-License-Identifier: MIT
#include "scenario_parse.hpp"

#include "iwm/core/fields.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace iwm {
namespace {

using json = nlohmann::ordered_json;

std::string place_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto line = std::count(before.begin(), before.end(), '\n');
  const std::string_view left = before.substr(before.rfind('\n') + 1);
  const auto column =
      std::count_if(left.begin(), left.end(), [](char c) { return (c & 0xC0) != 0x80; });
  return "line " + std::to_string(line + 1) + ", column " + std::to_string(column + 1);
}

bool is_word(char c) {
  return ('0' <= c && c <= '9') || ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '+' ||
         c == '-' || c == '.' || c == '_';
}

bool is_too_large(std::string_view word) {
  double value = 0;
  const auto end = word.data() + word.size();
  const auto read = std::from_chars(word.data(), end, value);
  const bool tiny = word.find("e-") != word.npos || word.find("E-") != word.npos ||
                    (word.find_first_of("eE") == word.npos && word.find("0.") <= 1);
  return read.ptr == end && read.ec == std::errc::result_out_of_range && !tiny;
}

/// What is wrong with a number that is not finite; nothing for any other word.
std::string not_finite(std::string_view word) {
  std::string name(word.substr(word.find_first_not_of("+-") == 1 ? 1 : 0));
  std::transform(name.begin(), name.end(), name.begin(), detail::lower_case);
  const std::string shown = printable(word, 40);
  if (name == "nan" || name == "inf" || name == "infinity")
    return shown + " is not a finite number";
  if (is_too_large(word)) return shown + " is too large for a number: the largest is near 1.8e308";
  return {};
}

/// The text with a 0 for each number that is not finite, so that it can be parsed, and what is
/// wrong with them by their rank among all numbers.
struct finite_text {
  std::string text;
  std::map<std::size_t, std::string> wrong;

  explicit finite_text(std::string_view from) : text(from) {
    std::size_t numbers = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '"') {
        for (++i; i < text.size() && text[i] != '"'; ++i) i += text[i] == '\\' ? 1 : 0;
      } else if (is_word(text[i])) {
        const std::size_t start = i;
        while (i + 1 < text.size() && is_word(text[i + 1])) ++i;
        const std::string_view word = std::string_view(text).substr(start, i + 1 - start);
        if (word == "true" || word == "false" || word == "null") continue;
        if (std::string sentence = not_finite(word); !sentence.empty()) {
          wrong.emplace(numbers, std::move(sentence));
          text.replace(start, word.size(), word.size(), ' ');
          text[start] = '0';
        }
        ++numbers;
      }
    }
  }
};

/// The parser's own words without place and token, as a sentence.
std::string sentence(std::string words, const std::string& token) {
  const auto replace = [&](std::string_view from, std::string_view to) {
    if (const std::size_t at = words.find(from); at != words.npos)
      words.replace(at, from.size(), to);
  };
  replace("; last read: '" + token + "'", "");
  if (const std::size_t reason = words.find(" - "); reason != words.npos)
    words.erase(0, reason + 3);
  if (words.starts_with("invalid string"))
    words.erase(std::min(words.size(), words.find("; expected")));
  if (words == "invalid literal") words += "; expected a value";
  replace("; expected '}'", "; expected ',' or '}'");
  replace("; expected ']'", "; expected ',' or ']'");
  replace("; expected '[', '{', or a literal", "; expected a value");
  replace("; expected string literal", "; expected text in double quotes");
  replace("; expected end of input", "; expected the end");
  replace("invalid literal; ", "");
  replace("unexpected string literal", "unexpected text");
  replace("unexpected number literal", "unexpected number");
  replace("unexpected end of input", "unexpected end");
  return words;
}

/// Builds the value from the events of the parser.
class builder {
 public:
  builder(const finite_text& from, const std::string& file, const std::string& start,
          std::vector<problem>& problems)
      : from_(from), file_(file), start_(start), problems_(problems) {}

  bool null() { return add(nullptr); }
  bool boolean(bool value) { return add(value); }
  bool number_integer(std::int64_t value) { return add_number(value); }
  bool number_unsigned(std::uint64_t value) { return add_number(value); }
  bool number_float(double value, const std::string&) { return add_number(value); }
  bool string(std::string& value) { return add(std::move(value)); }
  bool binary(json::binary_t&) { return false; }

  bool start_object(std::size_t) { return open(json::object()); }
  bool key(std::string& name) {
    level& now = levels_.back();
    now.key = std::move(name);
    if (!now.value->contains(now.key)) return now.value->size() < most_members || stop(too_many());
    wrong(pointer(), "this key is there twice");
    return true;
  }
  bool end_object() { return close(); }
  bool start_array(std::size_t) { return open(json::array()); }
  bool end_array() { return close(); }

  bool parse_error(std::size_t position, const std::string& token, const json::exception& error) {
    const std::string why = sentence(error.what(), token);
    const bool is_whole_token =
        why.starts_with("unexpected text") || why.starts_with("unexpected num");
    const std::size_t back = is_whole_token ? token.size() : 1;
    const std::size_t offset = std::min(position, from_.text.size());
    wrong(start_, place_of(from_.text, offset - std::min(offset, back)) + ": not JSON: " + why);
    return false;
  }

  json root = json::value_t::discarded;

 private:
  struct level {
    json* value;
    std::string key{};
  };

  template <class Value>
  bool add_number(Value value) {
    const auto found = from_.wrong.find(numbers_++);
    if (found == from_.wrong.end()) return add(value);
    add(json::binary({}));
    wrong(pointer(), found->second);
    return true;
  }

  bool add(json value) {
    place(std::move(value));
    return true;
  }

  json* place(json value) {
    if (levels_.empty()) return &(root = std::move(value));
    level& now = levels_.back();
    if (now.value->is_array()) {
      now.value->push_back(std::move(value));
      return &now.value->back();
    }
    return &((*now.value)[now.key] = std::move(value));
  }

  bool open(json value) {
    json* placed = place(std::move(value));
    if (levels_.size() == deepest_nesting)
      return stop("nested deeper than " + std::to_string(deepest_nesting) + " levels");
    levels_.push_back({placed});
    return true;
  }

  bool close() {
    levels_.pop_back();
    return true;
  }

  static std::string too_many() {
    return "more than " + std::to_string(most_members) + " keys in one object";
  }

  bool stop(const std::string& why) {
    wrong(pointer(), why);
    root = json::value_t::discarded;
    return false;
  }

  void wrong(std::string pointer, std::string message) {
    problems_.push_back({file_, std::move(pointer), std::move(message)});
  }

  /// Of the member at hand; in a list, of the element that was added last.
  std::string pointer() const {
    std::string all = start_;
    for (const level& l : levels_)
      all = pointer_to(
          all, l.value->is_array() ? std::to_string(l.value->size() - 1) : printable(l.key));
    return all;
  }

  const finite_text& from_;
  const std::string& file_;
  const std::string& start_;
  std::vector<problem>& problems_;
  std::vector<level> levels_;
  std::size_t numbers_ = 0;
};

std::string byte_text(char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  return {'\\', 'x', digits[byte / 16], digits[byte % 16]};
}

}  // namespace

json parse_strictly(std::string_view text, const std::string& file, const std::string& start,
                    std::vector<problem>& problems) {
  const auto refuse = [&](std::string why) {
    problems.push_back({file, start, std::move(why)});
    return json(json::value_t::discarded);
  };
  if (text.find_first_not_of(" \t\r\n") == text.npos)
    return refuse("is empty; expected a JSON object, of which the smallest is {}");
  if (text.size() > largest_file)
    return refuse("is larger than " + std::to_string(largest_file) + " bytes");
  if (const std::size_t zero = text.find('\0'); zero != text.npos)
    return refuse(place_of(text, zero) + ": not JSON: a zero byte; JSON is saved as UTF-8");
  const finite_text finite(text);
  builder events(finite, file, start, problems);
  return json::sax_parse(finite.text, &events) ? std::move(events.root)
                                               : json(json::value_t::discarded);
}

bool is_reported(const json& value) { return value.is_binary(); }

bool is_utf8(std::string_view text) {
  try {
    static_cast<void>(json(text).dump());
    return true;
  } catch (const json::type_error&) {
    return false;
  }
}

std::string printable(std::string_view text, std::size_t longest) {
  std::size_t end = std::min(text.size(), longest);
  while (end < text.size() && end > 0 && (text[end] & 0xC0) == 0x80) --end;
  const bool whole = is_utf8(text.substr(0, end));
  std::string shown;
  for (const char c : text.substr(0, end)) {
    const auto byte = static_cast<unsigned char>(c);
    shown +=
        byte < 0x20 || byte == 0x7F || (byte >= 0x80 && !whole) ? byte_text(c) : std::string{c};
  }
  return end < text.size() ? shown + "..." : shown;
}

}  // namespace iwm
