package import EventLog
package import Kernel

/// Enters an officer of a list whole: person, training, exams, certificate and post, or nothing of it.
package struct TakeOfficerOver: Command {
    package static let name = "TakeOfficerOver"
    package let change: OfficerList.Change
    package let from: Day

    package init(_ change: OfficerList.Change, from: Day) {
        self.change = change
        self.from = from
    }

    package func run(in session: CommandSession) throws -> Officer.ID {
        let since = min(change.terms.validFrom, change.examinedOn, from)
        let began = try max(
            since,
            session.load(AgencyEntry.self, change.agency.text).state.agency?.registeredOn ?? since
        )
        let officer = try RegisterOfficer(change.name, of: change.agency, from: began).run(in: session)
        if let position = change.position {
            _ = try DescribeOfficer(officer, as: Officer.Details(position: position)).run(in: session)
        }
        for (subject, hours, score) in [
            (TrainingSubject.publicLaw, change.hours, change.publicLaw), (.professionalLaw, 0, change.professionalLaw),
        ] {
            let training = RecordTraining(
                session: "\(change.terms.number) \(subject.rawValue)",
                title: "\(subject.chinese)（据清单）",
                subject: subject,
                heldOn: change.examinedOn,
                attendances: [RecordTraining.Attendance(officer, hours: hours, score: score)]
            )
            _ = try training.run(in: session)
        }
        _ = try IssueCertificate(change.terms, to: officer).run(in: session)
        if let post = change.post { _ = try AppointOfficer(officer, to: post, from: max(began, from)).run(in: session) }
        return officer
    }

    package func refusal(forTaken key: String) -> (any Error)? {
        DirectoryError.certificateNumberTaken(change.terms.number)
    }
}
