package import Directory
package import EventLog
package import Kernel
package import Processes

/// Who answers for one step of a case, as the directory stood on that day.
package struct ResponsiblePerson: Hashable, Sendable {
    package let step: Step.ID
    package let at: Instant
    package let officer: Officer.ID
    package let officerName: String
    package let postName: String?
    package let responsibility: Responsibility?
    package let liability: PostCharter.Liability?
    /// The absent holder for whom the officer acted.
    package let onBehalfOf: String?
    /// Whether a return has since voided the step.
    package let isVoided: Bool
}

extension EventReading {
    /// Returns who answers for every step an officer did in a case, in the order they were done.
    ///
    /// - Source: 国办发〔2005〕37号 part 2 (确定执法责任).
    package func responsiblePersons(of caseFile: CaseFile.ID) throws -> [ResponsiblePerson] {
        try state(CaseFile.self, caseFile.text).state.acts.map { act in
            let day = act.at.day
            let post = try act.post.flatMap { try state(PostEntry.self, $0).state.post }
            let officer = Officer.ID(act.officer)
            return ResponsiblePerson(
                step: act.step,
                at: act.at,
                officer: officer,
                officerName: try reader.officer(officer, in: realm)?.name ?? act.officer,
                postName: post?.name,
                responsibility: post?.responsibility,
                liability: post?.charter.value(on: day)?.liability,
                onBehalfOf: try post?.absentHolder(of: officer, on: day).map { absent in
                    try reader.officer(absent, in: realm)?.name ?? absent.text
                },
                isVoided: act.isVoided
            )
        }
    }
}
