import CanonicalJSON

/// How long screens in a hall wait, and how much they show.
package struct ScreenRules: Hashable, Sendable, Codable {
    /// After so long without a touch a touch screen asks whether anybody is there.
    package let idleSeconds: Int
    /// So long it waits for an answer before it begins anew.
    ///
    /// - Source: GB/T 37668-2019 and WCAG 2.2, 2.2.1 (at least 20 seconds to go on).
    package let warningSeconds: Int
    /// So long a page of a wall screen stands.
    package let rotationSeconds: Int
    package let rowsPerScreen: Int

    package enum Fault: Error, Hashable, Sendable {
        case outOfRange
    }

    /// Reads `hall/screens.json` of the definitions.
    ///
    /// - Throws: `ScreenRules.Fault`, or what is wrong with the file.
    package init(_ bytes: [UInt8]) throws {
        self = try CanonicalDecoder().decode(ScreenRules.self, from: bytes)
        guard (10...3_600).contains(idleSeconds), (20...600).contains(warningSeconds),
            (5...600).contains(rotationSeconds), (3...20).contains(rowsPerScreen)
        else { throw Fault.outOfRange }
    }
}
