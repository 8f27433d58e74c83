package import Kernel

/// What officers are taught and examined in.
///
/// - Source: 山东省行政执法监督条例 art. 10; 河南省行政执法条例 art. 21.
package enum TrainingSubject: String, Hashable, Sendable, Codable, CaseIterable {
    case publicLaw
    case professionalLaw
    case conduct

    package var chinese: String {
        switch self {
        case .publicLaw: "公共法律知识"
        case .professionalLaw: "专业法律知识"
        case .conduct: "职业素养"
        }
    }
}

/// An officer's attendance at a course.
package struct Training: Hashable, Sendable, Codable {
    /// One for all who were taught together.
    package let session: String
    package let title: String
    package let subject: TrainingSubject
    package let heldOn: Day
    package let hours: Int

    package init(session: String, title: String, subject: TrainingSubject, heldOn: Day, hours: Int) {
        self.session = session
        self.title = title
        self.subject = subject
        self.heldOn = heldOn
        self.hours = hours
    }
}

/// An officer's result in an exam.
package struct Exam: Hashable, Sendable, Codable {
    package let session: String
    package let subject: TrainingSubject
    package let heldOn: Day
    package let score: Int
    package let passMark: Int

    package init(session: String, subject: TrainingSubject, heldOn: Day, score: Int, passMark: Int = 60) {
        self.session = session
        self.subject = subject
        self.heldOn = heldOn
        self.score = score
        self.passMark = passMark
    }

    package var isPassed: Bool { score >= passMark }
}
