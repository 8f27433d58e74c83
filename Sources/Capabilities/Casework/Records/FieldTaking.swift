package import Kernel

/// When something was made on site as its device tells, and when it reached us.
///
/// A device's clock is set by its holder, so no limit hangs on it and no act is dated by it; who reads the file sees both.
package struct FieldTimes: Hashable, Sendable, Codable {
    /// What the device's clock showed when it was made.
    package let madeAt: Instant
    /// What it showed when it was sent: held against `receivedAt` this tells how far the clock was off.
    package let sentAt: Instant
    /// Our clock.
    package let receivedAt: Instant

    package init(madeAt: Instant, sentAt: Instant, receivedAt: Instant) {
        self.madeAt = madeAt
        self.sentAt = sentAt
        self.receivedAt = receivedAt
    }

    /// A clock that is off by more is told to whoever reads the file.
    private static let tolerance = Int64(600_000)

    /// When it was made by our clock: as long before it was received as passed on the device until it was sent.
    ///
    /// A clock that is wrong does not change that, one that was set in between does; it is never later than `receivedAt`.
    package var made: Instant {
        Instant(milliseconds: receivedAt.milliseconds - max(0, sentAt.milliseconds - madeAt.milliseconds))
    }

    /// How many minutes the device's clock was before ours when it was sent, negative behind; `nil` where it was right.
    package var minutesOff: Int? {
        let off = sentAt.milliseconds - receivedAt.milliseconds
        return abs(off) > FieldTimes.tolerance ? Int(off / 60_000) : nil
    }

    /// Both times on one line, and what is wrong with the device's clock.
    package var chinese: String {
        let off = minutesOff.map { "，设备时钟与服务器相差 \($0) 分钟，按间隔折算为 \(made.minuteText)" } ?? ""
        let turned = sentAt < madeAt ? "，设备时钟在发送前被调回" : ""
        return "设备时间 \(madeAt.minuteText)，服务器收到 \(receivedAt.minuteText)\(off)\(turned)"
    }

    /// The whole hours from when it was made, by our clock, to `recorded`.
    package func hours(to recorded: Instant) -> Int {
        Int((recorded.milliseconds - made.milliseconds) / 3_600_000)
    }
}

/// What is known of evidence that was taken on site, beside the evidence itself.
package struct FieldTaking: Hashable, Sendable, Codable {
    package let times: FieldTimes
    /// The record that was signed on site, for evidence that is one.
    package let record: SignedRecord?

    package init(times: FieldTimes, record: SignedRecord? = nil) {
        self.times = times
        self.record = record
    }
}

/// A record as it was read out and signed on site.
///
/// - Source: Administrative Coercion Law (行政强制法) art. 18(8), 18(9).
package struct SignedRecord: Hashable, Sendable, Codable {
    /// The paper's name.
    package let name: String
    /// The file with its text.
    package let file: String
    /// SHA-256 of that text as the signers saw it, in hexadecimal.
    package let digest: String
    package let signatures: [FieldSignature]

    package init(name: String, file: String, digest: String, signatures: [FieldSignature]) {
        self.name = name
        self.file = file
        self.digest = digest
        self.signatures = signatures
    }
}

/// One signature under a record, or why there is none.
package struct FieldSignature: Hashable, Sendable, Codable {
    /// In what capacity somebody signs.
    package enum Role: String, Hashable, Sendable, Codable, CaseIterable {
        case party
        case witness
        case officer

        package var chinese: String {
            switch self {
            case .party: "当事人或者在场人员"
            case .witness: "见证人"
            case .officer: "执法人员"
            }
        }
    }

    package let role: Role
    package let name: String
    /// What the device's clock showed.
    package let signedAt: Instant
    /// The name of the file with the drawn signature; `nil` where there is none.
    package let file: String?
    /// Why it was not signed; `nil` for a signature.
    package let refusal: String?

    package init(role: Role, name: String, signedAt: Instant, file: String?, refusal: String?) {
        self.role = role
        self.name = name
        self.signedAt = signedAt
        self.file = file
        self.refusal = refusal
    }

    /// Who signed, or did not and why, on one line.
    package var chinese: String {
        let how = refusal.map { "拒绝签名：\($0)" } ?? "已签名"
        return "\(role.chinese) \(name)，\(how)（设备时间 \(signedAt.minuteText)）"
    }
}

extension FieldTaking {
    /// Holds the record to what it must bear.
    ///
    /// - Parameter files: the names of the files of the evidence.
    /// - Throws: `CaseworkError.reasonsMissing`, `.textTooLong`, `.signatureInvalid`.
    func check(files: Set<String>) throws(CaseworkError) {
        guard let record else { return }
        try CaseworkRules.requireText(record.name, "笔录名称", atLeast: CaseworkRules.shortestOpinion)
        guard files.contains(record.file) else { throw .signatureInvalid(record.name) }
        for signature in record.signatures {
            try CaseworkRules.requireText(signature.name, "签名人姓名", atLeast: 1)
            if let refusal = signature.refusal {
                try CaseworkRules.requireText(refusal, "拒绝签名的情况", atLeast: CaseworkRules.shortestOpinion)
            }
            // Drawn, or refused with a reason: never both, never neither.
            let isDrawn = signature.file.map(files.contains) ?? false
            guard isDrawn == (signature.refusal == nil) else { throw .signatureInvalid(signature.name) }
        }
    }
}
