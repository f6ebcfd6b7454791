// A straight line through samples, by least squares: does something grow, and how fast?
#pragma once

#include <cstddef>
#include <vector>

namespace bredvid::load {

class Trend {
 public:
  void add(double at_s, double value) {
    at_.push_back(at_s);
    values_.push_back(value);
  }
  [[nodiscard]] std::size_t size() const { return at_.size(); }
  [[nodiscard]] double mean() const { return mean_of(values_); }
  // Seconds from the first to the last.
  [[nodiscard]] double span() const { return at_.empty() ? 0 : at_.back() - at_.front(); }
  // Per second; 0 for fewer than two samples.
  [[nodiscard]] double slope() const {
    const double middle = mean_of(at_);
    const double mean_value = mean();
    double with = 0;
    double of = 0;
    for (std::size_t i = 0; i < at_.size(); ++i) {
      with += (at_[i] - middle) * (values_[i] - mean_value);
      of += (at_[i] - middle) * (at_[i] - middle);
    }
    return of > 0 ? with / of : 0;
  }

 private:
  [[nodiscard]] static double mean_of(const std::vector<double>& all) {
    double sum = 0;
    for (const double one : all) sum += one;
    return all.empty() ? 0 : sum / static_cast<double>(all.size());
  }
  std::vector<double> at_;
  std::vector<double> values_;
};

}  // namespace bredvid::load
