// Random choices that repeat with their seed (splitmix32).
export class Choices {
  constructor(seed) { this.state = seed >>> 0; }

  u32() {
    this.state = (this.state + 0x9e3779b9) >>> 0;
    let z = this.state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  }

  below(limit) { return Math.floor((this.u32() / 2 ** 32) * limit); }
  between(low, high) { return low + this.below(high - low + 1); }
  chance(probability) { return this.u32() / 2 ** 32 < probability; }
  bytes(size) { return Uint8Array.from({ length: size }, () => this.below(256)); }
  one(list) { return list[this.below(list.length)]; }

  shuffled(list) {
    const all = [...list];
    for (let i = all.length - 1; i > 0; i -= 1) {
      const j = this.below(i + 1);
      [all[i], all[j]] = [all[j], all[i]];
    }
    return all;
  }
  some(list, count) { return this.shuffled(list).slice(0, count); }

  // One key of an object whose values are weights.
  weighted(weights) {
    const entries = Object.entries(weights).filter(([, weight]) => weight > 0);
    let left = this.below(entries.reduce((sum, [, weight]) => sum + weight, 0));
    for (const [name, weight] of entries) if ((left -= weight) < 0) return name;
    throw new Error('nothing to choose from');
  }
}
