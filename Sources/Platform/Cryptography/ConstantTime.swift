/// Comparison of secrets.
package enum ConstantTime {
    /// Takes the same time wherever the bytes differ; only the lengths may be learnt from it.
    package static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
