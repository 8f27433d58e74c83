import Casework
import Kernel
package import TimeLimits

/// CNT-RECORDING: a step that the agency's list wants recorded was done, and its recording is not in the file.
///
/// Asked a day after the step, within which devices are read out, and at the latest when the case is decided.
///
/// - Source: 国办发〔2018〕118号 part 3.
package struct RecordingMissing: PassiveRule {
    package static let code = RuleCode.recording
    package static let title = "应有的音像记录未归入"
    package static let numbers = [hoursNumber]
    private static let hoursNumber = RuleNumber("hours", "小时", standard: 24, within: 1...72)
    package let dimension = Dimension.content
    package let level: FindingLevel
    package let article = RecordingDuty.source
    private let hours: Int

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(RecordingMissing.code, default: .warning)
        hours = try parameters.number(RecordingMissing.code, RecordingMissing.hoursNumber)
    }

    package func watch(_ caseFile: SupervisedCase, _ calendar: WorkingCalendar) throws -> [DuePoint] {
        var passes: [FindingSubject: Int] = [:]
        return caseFile.recordings.compactMap { owed in
            let subject = FindingSubject.step(owed.duty.step)
            passes[subject, default: 0] += 1
            guard !owed.isFiled else { return nil }
            let readOut = Instant(milliseconds: owed.doneAt.milliseconds + Int64(hours) * 3_600_000)
            let at = min(readOut, owed.decidedAt ?? readOut)
            return DuePoint(
                rule: RecordingMissing.code,
                subject: subject,
                occurrence: passes[subject, default: 1],
                at: at,
                start: owed.doneAt.day,
                period: .hours(hours),
                limit: at.day,
                basis: .step
            )
        }
    }

    package func breach(at point: DuePoint, in caseFile: SupervisedCase) -> Breach {
        let duty = caseFile.recordings.last { .step($0.duty.step) == point.subject }?.duty
        return Breach(
            self,
            point.subject,
            occurrence: point.occurrence,
            since: point.at,
            message: "环节“\(duty?.stepName ?? point.subject.text)”应当音像记录，至\(point.limit.chinese)案卷中没有",
            facts: [
                FindingFact("环节办结日", point.start.description), FindingFact("记录方式", duty?.way ?? ""),
                FindingFact("记录内容", duty?.content ?? ""),
                FindingFact("依据", "音像记录事项清单第\(duty?.version ?? 0)版"),
            ]
        )
    }
}
