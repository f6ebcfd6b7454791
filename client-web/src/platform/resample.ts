/** From the microphone's rate to ours: each of our samples is the mean of the time that it stands for, which also keeps out what is too high for it. */
export class Resampler {
  private sum_ = 0;
  private weight_ = 0;

  /** from: samples a second that come in; not less than `to`. */
  constructor(private readonly from_: number, private readonly to_: number) {}

  /** value: -1..1. out: 16-bit samples. */
  add(value: number, out: (sample: number) => void): void {
    const whole = this.from_ / this.to_;
    let left = 1;
    // An input may end one of ours and begin the next; a slow microphone's may be several of ours.
    while (this.weight_ + left >= whole) {
      const part = whole - this.weight_;
      this.sum_ += value * part;
      out(Math.round(Math.min(1, Math.max(-1, this.sum_ / whole)) * 32_767));
      left -= part;
      this.sum_ = 0;
      this.weight_ = 0;
    }
    this.sum_ += value * left;
    this.weight_ += left;
  }
}
