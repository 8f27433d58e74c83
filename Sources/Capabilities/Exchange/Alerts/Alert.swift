package import Kernel

/// One person's news of one act on one case, by one channel (告知).
package struct Alert: Hashable, Sendable {
    package typealias ID = Identifier<Alert>

    package enum Recipient: Hashable, Sendable {
        case officer(String)
        case party(String)
        /// Who booked a window, by the booking.
        case booker(String)
        /// Who wrote a letter under a name, by the letter.
        case writer(String)

        /// The stored form: `o`, `p`, `b` or `w`, then the identifier.
        var text: String {
            switch self {
            case .officer(let id): "o/\(id)"
            case .party(let id): "p/\(id)"
            case .booker(let id): "b/\(id)"
            case .writer(let id): "w/\(id)"
            }
        }

        init?(_ text: String) {
            switch text.prefix(2) {
            case "o/": self = .officer(String(text.dropFirst(2)))
            case "p/": self = .party(String(text.dropFirst(2)))
            case "b/": self = .booker(String(text.dropFirst(2)))
            case "w/": self = .writer(String(text.dropFirst(2)))
            default: return nil
            }
        }
    }

    /// How it reaches somebody.
    package enum Channel: String, Hashable, Sendable, CaseIterable {
        /// On the officer's own page of the desk.
        case inside
        case mail
        case message

        package var chinese: String {
            switch self {
            case .inside: "站内"
            case .mail: "邮件"
            case .message: "短信"
            }
        }
    }

    package enum State: String, Hashable, Sendable {
        case waiting
        case sent
        /// Given up: refused for good, or tried too often.
        case abandoned

        package var chinese: String {
            switch self {
            case .waiting: "待发送"
            case .sent: "已发送"
            case .abandoned: "未能送出"
            }
        }
    }

    /// What a number is the number of: opinions and bookings have their letter in it.
    package enum Thing: Hashable, Sendable {
        case caseFile, opinion, booking, letter
        /// The benchmark of an item, whose code follows the mark.
        case benchmark
        /// A dispute over jurisdiction, by the mark and the case's number: who is told need not be let into the case.
        case dispute
        /// A finding, by the mark and its address on the supervision desk.
        case finding
        /// An order of the supervisors, by the mark and its identifier.
        case order
        /// The scores of a month, by the mark and the month.
        case score

        static let orderMark = "文书:"
        static let findingMark = "监察:"
        static let benchmarkMark = "基准:"
        static let disputeMark = "管辖:"
        static let scoreMark = "评分:"
        static let marks = [benchmarkMark, disputeMark, findingMark, orderMark, scoreMark]

        package init(number: String) {
            if number.hasPrefix(Self.benchmarkMark) {
                self = .benchmark
                return
            }
            if number.hasPrefix(Self.findingMark) {
                self = .finding
                return
            }
            if number.hasPrefix(Self.orderMark) {
                self = .order
                return
            }
            if number.hasPrefix(Self.scoreMark) {
                self = .score
                return
            }
            if number.hasPrefix(Self.disputeMark) {
                self = .dispute
                return
            }
            switch number.split(separator: "-").dropFirst().last?.first {
            case "O": self = .opinion
            case "K": self = .booking
            case "L": self = .letter
            default: self = .caseFile
            }
        }

        var chinese: String {
            switch self {
            case .caseFile: "办件"
            case .opinion: "社会监督意见"
            case .booking: "窗口预约"
            case .letter: "来信"
            case .benchmark: "裁量权基准"
            case .dispute: "管辖权争议"
            case .finding: "监察信息"
            case .order: "监督文书"
            case .score: "效能评估"
            }
        }
    }

    package var thing: Thing { Thing(number: about) }

    /// The number as people know it.
    package var number: String { Alert.number(about) }

    /// What people call it: its number, for a finding what it is about, for an order the number it was issued under,
    /// for scores the month.
    package var name: String {
        guard thing == .finding || thing == .order || thing == .score else { return number }
        let told = subject.split(separator: " ", maxSplits: 2).dropFirst().first.map(String.init)
        // Earlier alerts have the address in its place.
        return told.flatMap { $0 == number ? nil : $0 } ?? thing.chinese
    }

    static func number(_ about: String) -> String {
        for mark in Thing.marks where about.hasPrefix(mark) {
            return String(about.dropFirst(mark.count))
        }
        return about
    }

    package let id: ID
    package let recipient: Recipient
    package let channel: Channel
    /// The number of the case, or of the opinion of a public supervisor.
    package let about: String
    package let subject: String
    package let text: String
    package let state: State
    package let madeAt: Instant
    package let attempts: Int
    /// Why the last attempt failed, in words for who runs the program; empty before.
    package let fault: String
    /// When it is tried next, while it waits.
    package let nextAt: Instant
    package let isRead: Bool
}

/// How an officer wants to hear of things; what is on the desk is there in any case.
package struct AlertPreference: Hashable, Sendable {
    package var mail: MailAddress?
    package var mobile: String?
    package var isDigest: Bool

    package init(mail: MailAddress? = nil, mobile: String? = nil, isDigest: Bool = false) {
        self.mail = mail
        self.mobile = mobile
        self.isDigest = isDigest
    }
}
