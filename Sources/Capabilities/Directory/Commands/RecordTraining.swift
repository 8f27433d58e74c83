package import EventLog
package import Kernel

/// Records a course with who attended it for how long, and the results of its exam.
///
/// The answer is the number of officers recorded.
///
/// - Source: 山东省行政执法监督条例 art. 10.
package struct RecordTraining: Command {
    package static let name = "RecordTraining"

    /// What one officer took away.
    package struct Attendance: Hashable, Sendable, Codable {
        package let officer: Officer.ID
        package let hours: Int
        /// `nil` for who did not sit the exam, or for a course without one.
        package let score: Int?

        package init(_ officer: Officer.ID, hours: Int, score: Int? = nil) {
            self.officer = officer
            self.hours = hours
            self.score = score
        }
    }

    package let session: String
    package let title: String
    package let subject: TrainingSubject
    package let heldOn: Day
    package let attendances: [Attendance]

    package init(
        session: String,
        title: String,
        subject: TrainingSubject,
        heldOn: Day,
        attendances: [Attendance]
    ) {
        self.session = session
        self.title = title
        self.subject = subject
        self.heldOn = heldOn
        self.attendances = attendances
    }

    /// Returns the courses of a first certification: every subject the standard rules ask for, all passed.
    ///
    /// For demonstrations, tests and the taking over of lists whose certificates prove what was learnt before.
    package static func qualifying(_ officers: [Officer.ID], on day: Day) -> [RecordTraining] {
        let rules = DirectoryRules.standard
        let hours = (rules.trainingHours + rules.exams.count - 1) / rules.exams.count
        return rules.exams.map { subject in
            RecordTraining(
                session: "\(day) \(subject.rawValue)",
                title: "\(subject.chinese)培训",
                subject: subject,
                heldOn: day,
                attendances: officers.map { Attendance($0, hours: hours, score: 80) }
            )
        }
    }

    package func run(in session: CommandSession) throws -> Int {
        let title = try DirectoryText.checked(title, "title")
        for attendance in attendances {
            _ = try session.load(OfficerEntry.self, attendance.officer.text).state.existing(attendance.officer)
            guard (0...400).contains(attendance.hours), attendance.score.map((0...100).contains) ?? true else {
                throw DirectoryError.rulesOutOfRange
            }
            let training = Training(
                session: self.session,
                title: title,
                subject: subject,
                heldOn: heldOn,
                hours: attendance.hours
            )
            let key = attendance.officer.text
            try session.append(.trained(OfficerTrained(training: training)), to: OfficerEntry.self, key)
            guard let score = attendance.score else { continue }
            let exam = Exam(session: self.session, subject: subject, heldOn: heldOn, score: score)
            try session.append(.examined(OfficerExamined(exam: exam)), to: OfficerEntry.self, key)
        }
        return attendances.count
    }
}
