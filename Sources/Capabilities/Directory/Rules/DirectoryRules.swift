package import EventLog
import Kernel

/// The numbers that provinces and cities set differently; every change is an event, and the next decision uses it.
///
/// - Source: 浙江省综合行政执法条例 art. 28 (exams count five years); 聊政办发〔2017〕74号; 行政处罚法 art. 42.
package struct DirectoryRules: Hashable, Sendable, Codable {
    /// Without these nobody is certified.
    package var exams: [TrainingSubject]
    /// How many months a passed exam counts.
    package var examMonths: Int
    /// Hours of training in the twelve months before a certificate is issued, renewed or reviewed.
    package var trainingHours: Int
    /// How many days ahead certificates that expire are warned of.
    package var expiryWarningDays: Int
    /// How many days ahead the end of the longest stay in a post is warned of.
    package var rotationWarningDays: Int
    /// How many qualified reviewers an agency's legal unit has at least.
    package var legalReviewers: Int
    /// After how many months the standing of an agency is looked at again.
    package var recheckMonths: Int

    package init(
        exams: [TrainingSubject] = [.publicLaw, .professionalLaw],
        examMonths: Int = 60,
        trainingHours: Int = 60,
        expiryWarningDays: Int = 60,
        rotationWarningDays: Int = 60,
        legalReviewers: Int = 2,
        recheckMonths: Int = 60
    ) {
        self.exams = exams
        self.examMonths = examMonths
        self.trainingHours = trainingHours
        self.expiryWarningDays = expiryWarningDays
        self.rotationWarningDays = rotationWarningDays
        self.legalReviewers = legalReviewers
        self.recheckMonths = recheckMonths
    }

    package static let standard = DirectoryRules()

    var isSensible: Bool {
        (1...240).contains(examMonths) && (0...400).contains(trainingHours) && (1...366).contains(expiryWarningDays)
            && (1...366).contains(rotationWarningDays) && (1...20).contains(legalReviewers)
            && (1...240).contains(recheckMonths)
    }
}

/// Every fact about the rules of the directory.
package enum DirectoryRulesEvent: EventFamily {
    case set(DirectoryRulesSet)

    package static let members = [EventMember(DirectoryRulesSet.self, DirectoryRulesEvent.set)]

    package var payload: any EventPayload {
        switch self {
        case .set(let payload): payload
        }
    }
}

package struct DirectoryRulesSet: EventPayload {
    package static let type = "Directory.RulesSet"
    package let rules: DirectoryRules
    package let reason: String
}

/// The rules a realm goes by.
package struct DirectoryRulesEntry: Aggregate {
    package static let category = "directoryRules"
    package static let key = "realm"
    package private(set) var rules = DirectoryRules.standard

    package init() {}

    package mutating func evolve(_ event: DirectoryRulesEvent, _ envelope: Envelope) {
        switch event {
        case .set(let set): rules = set.rules
        }
    }
}

extension CommandSession {
    /// The rules as of this batch.
    package func directoryRules() throws -> DirectoryRules {
        try load(DirectoryRulesEntry.self, DirectoryRulesEntry.key).state.rules
    }
}

extension EventReading {
    /// Returns the rules the realm goes by now.
    package func directoryRules() throws -> DirectoryRules {
        try state(DirectoryRulesEntry.self, DirectoryRulesEntry.key).state.rules
    }
}

/// Sets the rules of the directory; the answer is the new version.
package struct SetDirectoryRules: Command {
    package static let name = "SetDirectoryRules"
    package let rules: DirectoryRules
    package let reason: String

    package init(_ rules: DirectoryRules, reason: String) {
        self.rules = rules
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> Int {
        guard rules.isSensible else { throw DirectoryError.rulesOutOfRange }
        let reason = try DirectoryText.checked(reason, "reason", greatest: 2_000)
        try session.append(
            .set(DirectoryRulesSet(rules: rules, reason: reason)),
            to: DirectoryRulesEntry.self,
            DirectoryRulesEntry.key
        )
        return try session.load(DirectoryRulesEntry.self, DirectoryRulesEntry.key).version
    }
}
