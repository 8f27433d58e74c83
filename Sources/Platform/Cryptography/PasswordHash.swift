/// A password as it is stored: the text that argon2 itself defines (PHC string).
package struct PasswordHash: Hashable, Sendable {
    package let text: String
    package let cost: PasswordCost

    /// Returns nil for text that is no argon2id hash, or one that costs more than this release is willing to compute.
    package init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard text.utf8.count <= 512, parts.count == 6, parts[0].isEmpty, parts[1] == "argon2id", parts[2] == "v=19",
            let cost = PasswordCost(parts[3]), cost.isBearable, !parts[4].isEmpty, !parts[5].isEmpty
        else { return nil }
        self.text = text
        self.cost = cost
    }
}

/// What one password costs to hash.
package struct PasswordCost: Hashable, Sendable {
    package let memoryKiB: UInt32
    package let passes: UInt32
    package let lanes: UInt32

    package init(memoryKiB: UInt32, passes: UInt32, lanes: UInt32) {
        self.memoryKiB = memoryKiB
        self.passes = passes
        self.lanes = lanes
    }

    /// 19 MiB, two passes, one lane: the least that OWASP's Password Storage Cheat Sheet recommends for argon2id.
    package static let standard = PasswordCost(memoryKiB: 19_456, passes: 2, lanes: 1)

    init?(_ text: some StringProtocol) {
        let fields = text.split(separator: ",").map { $0.split(separator: "=") }
        guard fields.count == 3, fields.allSatisfy({ $0.count == 2 }), fields.map({ $0[0] }) == ["m", "t", "p"],
            let memory = UInt32(fields[0][1]), let passes = UInt32(fields[1][1]), let lanes = UInt32(fields[2][1])
        else { return nil }
        self.init(memoryKiB: memory, passes: passes, lanes: lanes)
    }

    /// False for a cost with which a forged row could hold a thread for minutes.
    var isBearable: Bool {
        (8...262_144).contains(memoryKiB) && (1...16).contains(passes) && (1...8).contains(lanes)
    }
}
