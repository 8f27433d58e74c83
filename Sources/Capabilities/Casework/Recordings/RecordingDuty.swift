package import Catalog
import Codes
package import Kernel
package import Processes

/// What an agency's list wants recorded of a step.
package struct RecordingDuty: Hashable, Sendable {
    /// The kind of list that says it.
    package static let list = "recordings"
    package static let source = "国办发〔2018〕118号"

    package let step: Step.ID
    package let stepName: String
    /// How, in the list's words.
    package let way: String
    package let content: String
    /// The list's words for how long it is kept.
    package let retention: String
    /// The version of the list.
    package let version: Int

    package init(step: Step.ID, stepName: String, way: String, content: String, retention: String, version: Int) {
        self.step = step
        self.stepName = stepName
        self.way = way
        self.content = content
        self.retention = retention
        self.version = version
    }
}

/// A step done that had to be recorded.
package struct OwedRecording: Hashable, Sendable {
    package let duty: RecordingDuty
    package let doneAt: Instant
    /// When the case was decided after it; `nil` while it is not.
    package let decidedAt: Instant?
    package let isFiled: Bool

    package init(duty: RecordingDuty, doneAt: Instant, decidedAt: Instant? = nil, isFiled: Bool) {
        self.duty = duty
        self.doneAt = doneAt
        self.decidedAt = decidedAt
        self.isFiled = isFiled
    }
}

extension RecordingDuty {
    /// Returns what the version of `list` in force on `day` wants recorded of `step`; `nil` where it names no such step.
    ///
    /// A row names a step by its name, several with 、 between, or by 全部.
    package static func of(
        _ step: Step,
        under item: ItemPin,
        on day: Day,
        by list: OfficialList
    ) throws -> RecordingDuty? {
        guard let version = list.version(on: day) else { return nil }
        let row = try version.rows(about: item.listed, in: .shipped(RecordingDuty.list)).first { row in
            row["记录环节"].split(separator: "、").contains { $0 == step.name || $0 == ListedMatter.everything }
        }
        return row.map { row in
            RecordingDuty(
                step: step.id,
                stepName: step.name,
                way: row["记录方式"],
                content: row["记录内容"],
                retention: row["存储期限"],
                version: version.number
            )
        }
    }
}

extension ItemPin {
    /// The item as lists name it.
    package var listed: ListedMatter {
        ListedMatter(category: PowerCategory(nationalCode: category) ?? .other, code: code, name: name)
    }

    /// The stream of the list of a kind that the item's agency keeps.
    package func list(_ kind: String) throws -> String {
        OfficialList.id(try .shipped(kind), of: agency).text
    }
}

extension CaseFile {
    /// Returns the steps done that the list in force on their day wanted recorded, in the order in which they were done.
    ///
    /// A recording counts for the step it was filed under, also where the step was done again after a return.
    package func owedRecordings(_ definition: ProcessDefinition, by list: OfficialList) throws -> [OwedRecording] {
        guard let item = opening?.item, !list.versions.isEmpty else { return [] }
        let standing = acts.filter { !$0.isVoided }
        let decided = standing.last { definition.step($0.step)?.kind == .decide }?.at
        return try standing.compactMap { act in
            guard let step = definition.step(act.step),
                let duty = try RecordingDuty.of(step, under: item, on: act.at.day, by: list)
            else { return nil }
            return OwedRecording(
                duty: duty,
                doneAt: act.at,
                decidedAt: decided.flatMap { $0 >= act.at ? $0 : nil },
                isFiled: recordings.contains { $0.step == act.step }
            )
        }
    }
}
