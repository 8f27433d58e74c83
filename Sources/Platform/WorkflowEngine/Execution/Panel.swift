package import Kernel

/// One who signs, as the owner of the run names them.
package enum Signer {
    package typealias ID = Identifier<Signer>
}

/// The signers of one countersigned step, in order, and how they voted in this round.
///
/// A panel outlives its step: when the run comes back to it, the same people are asked again.
package struct Panel: Hashable, Sendable {
    package struct Seat: Hashable, Sendable {
        package let signer: Signer.ID
        /// `nil` while the signer has not voted.
        package internal(set) var agrees: Bool?
    }

    let node: Int
    package internal(set) var seats: [Seat] = []

    func seat(of signer: Signer.ID) -> Int? { seats.firstIndex { $0.signer == signer } }

    /// The result once it can no longer change, else `nil`.
    func result(_ quorum: Quorum) -> Bool? {
        let needed = quorum.needed(of: seats.count)
        guard !seats.isEmpty, needed <= seats.count else { return nil }
        let agreeing = seats.count { $0.agrees == true }
        if agreeing >= needed { return true }
        return agreeing + seats.count { $0.agrees == nil } < needed ? false : nil
    }
}

/// Text form: `12:zhang+,li-,wang`: the number of the step, each signer and, once voted, how.
extension Panel: CustomStringConvertible {
    package var description: String {
        let seats = seats.map { seat in
            Panel.escaped(seat.signer.text) + (seat.agrees.map { $0 ? "+" : "-" } ?? "")
        }
        return "\(node):\(seats.joined(separator: ","))"
    }

    /// Returns `nil` unless `text` has the text form.
    init?(text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let node = Int(parts[0]), node >= 0 else { return nil }
        self.node = node
        for word in parts[1].split(separator: ",") {
            let vote: Bool? = word.hasSuffix("+") ? true : word.hasSuffix("-") ? false : nil
            guard let signer = Panel.unescaped(vote == nil ? word : word.dropLast()) else { return nil }
            seats.append(Seat(signer: Signer.ID(signer), agrees: vote))
        }
    }

    /// Letters and digits stand for themselves, every other byte as `%` and two hexadecimal digits.
    private static func escaped(_ text: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            let scalar = UnicodeScalar(byte)
            if byte < 128, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                result.unicodeScalars.append(scalar)
            } else {
                result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16)
            }
        }
    }

    private static func unescaped(_ text: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
