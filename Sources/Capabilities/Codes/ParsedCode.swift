/// A code with its shape right and everything that is nevertheless odd about it.
package struct ParsedCode<Value: Code>: Hashable, Sendable {
    package let value: Value
    package let warnings: [CodeWarning]

    package init(_ value: Value, warnings: [CodeWarning] = []) {
        self.value = value
        self.warnings = warnings
    }

    /// Keeps the code, in spite of its warnings only for a stated reason.
    package func kept(because reason: String?) throws(ReasonMissing) -> KeptCode<Value> {
        let stated = reason.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        guard warnings.isEmpty || stated != nil else { throw ReasonMissing(warnings: warnings) }
        return KeptCode(value: value, warnings: warnings, reason: warnings.isEmpty ? nil : stated)
    }
}

/// A code someone answers for: without warnings, or with them and the reason why it was kept.
package struct KeptCode<Value: Code>: Hashable, Sendable {
    package let value: Value
    package let warnings: [CodeWarning]
    package let reason: String?

    fileprivate init(value: Value, warnings: [CodeWarning], reason: String?) {
        self.value = value
        self.warnings = warnings
        self.reason = reason
    }
}

/// A code with warnings was to be kept without a reason.
package struct ReasonMissing: Error, Hashable, Sendable {
    package let warnings: [CodeWarning]

    package init(warnings: [CodeWarning]) {
        self.warnings = warnings
    }
}
