import BlobStore
@testable import Casework
import EventLog
import Kernel
import Processes
import TimeLimits
import WorkflowEngine

extension EventExamples {
    static let fieldTimes = FieldTimes(
        madeAt: Instant(day, hour: 10),
        sentAt: Instant(day, hour: 11),
        receivedAt: Instant(day, hour: 12)
    )

    /// Every fact of a case.
    static func casework() throws -> [any EventPayload] {
        try intake() + examination() + penalty() + upkeep() + followUps() + voiding() + reopening() + dispute
            + legalReview + recusals + [
                DocumentIssued(
                    name: Open("准予行政许可决定书"),
                    number: Open("演示教许准〔2026〕1号"),
                    issuedOn: Open(day),
                    digest: Open("00ff"),
                    file: .present(subject: "1P1", attachment)
                ),
                DocumentIssued(
                    name: Open("催告书"),
                    number: Open("演示教强催〔2026〕1号"),
                    issuedOn: Open(day),
                    digest: Open("00ff"),
                    file: .present(subject: "1P1", attachment),
                    template: "催告书@511602000000@2"
                ),
                AgencySucceeded(
                    before: Open("1A1"),
                    beforeName: Open("演示区教育局"),
                    successor: Open(
                        AgencySucceeded.Named(id: "1A2", name: "演示区行政审批局", shortName: "演示审批")
                    ),
                    from: Open(day),
                    reason: "机构改革方案",
                    released: ["examine"]
                ),
            ]
    }

    private static func intake() throws -> [any EventPayload] {
        let position = try position()
        let point = CorrectionPoint(material: "申请书", kind: .wrong, explanation: "缺少申请人签名")
        return [
            received(channel: .online, permitName: "民办学校办学许可证", at: position),
            received(channel: .window, permitName: nil, at: position),
            StepCompleted(step: "receive", outcome: "registered", opinion: "材料齐全", position: position),
            StepCompleted(
                step: "verify",
                outcome: "verified",
                opinion: "现场与材料一致",
                position: position,
                companions: ["1O2"]
            ),
            StepCompleted(
                step: "verify",
                outcome: "verified",
                opinion: "现场与材料一致",
                position: position,
                companions: ["1O2"],
                onSite: EventExamples.fieldTimes
            ),
            StepReturned(
                from: "review",
                to: "examine",
                reason: "请补充核查结论",
                voided: ["examine"],
                position: position,
                isRecall: nil
            ),
            StepReturned(
                from: "review",
                to: "examine",
                reason: "附件有误，重新办理",
                voided: ["examine"],
                position: position,
                isRecall: true
            ),
            CorrectionRequested(
                notice: ForParty(CorrectionNotice(number: 1, points: [point], notifiedOn: day), party: "1P1")
            ),
            MaterialsSupplemented(submission: .present(subject: "1P1", submission), answerDue: "2026-03-09"),
            MaterialsSupplemented(submission: .erased(subject: "1P1"), answerDue: "2026-03-09"),
            ApplicationAccepted(
                acceptedOn: day,
                isDeemed: false,
                statutory: .workingDays(20),
                promised: .workingDays(15),
                due: DueDays(promised: "2026-03-23", statutory: "2026-03-30", isProvisional: false)
            ),
            ApplicationNotAccepted(
                effect: .otherAgency,
                reasons: ForParty("不属于本机关职权", party: "1P1"),
                competentAgency: "演示区民政局"
            ),
            ApplicationNotAccepted(
                effect: .notRequired,
                reasons: ForParty("依法不需要取得行政许可", party: "1P1"),
                competentAgency: nil
            ),
            ApplicationWithdrawn(reason: "不再开办", position: position),
            ApplicationWithdrawn(reason: "不再开办", position: nil),
        ]
    }

    private static func examination() -> [any EventPayload] {
        [
            ClockSuspended(
                ground: .expertReview,
                since: day,
                expectedEnd: "2026-03-20",
                explanation: ForParty("组织专家评审", party: "1P1")
            ),
            ClockResumed(on: "2026-03-10", due: .stopped, note: "评审结束"),
            LimitProlonged(
                by: .workingDays(10),
                reasons: ForParty("案情复杂", party: "1P1"),
                due: DueDays(promised: "2026-04-07", statutory: "2026-04-14", isProvisional: true)
            ),
            DecisionMade(
                kind: Open(.granted),
                number: Open("演示教许准〔2026〕1号"),
                decidedOn: Open(day),
                content: Open("准予设立民办幼儿园"),
                validFrom: Open("2026-03-05"),
                validThrough: Open("2029-03-04"),
                permitNumber: Open("5116022026000001"),
                reasons: ForParty("符合法定条件", party: "1P1"),
                title: nil,
                sanctions: nil,
                weighed: nil
            ),
            DecisionMade(
                kind: Open(.refused),
                number: Open("演示教许不准〔2026〕1号"),
                decidedOn: Open(day),
                content: Open("不予许可"),
                validFrom: Open(nil),
                validThrough: Open(nil),
                permitNumber: Open(nil),
                reasons: ForParty("不符合法定条件", party: "1P1"),
                title: nil,
                sanctions: nil,
                weighed: nil
            ),
            DecisionServed(way: .electronic, servedOn: day, note: "申请人签收"),
            CaseClosed(manner: Open(.granted), on: day),
        ]
    }

    static func received(
        channel: ApplicationReceived.Channel,
        permitName: String?,
        at position: FlowPosition,
        prior: PriorPermit? = nil,
        reopening: ReopeningOrigin? = nil
    ) -> ApplicationReceived {
        ApplicationReceived(
            number: Open("511602-20260302-00001"),
            item: ItemPin(
                id: "1I1",
                code: "511A0138600000",
                version: 1,
                name: "民办幼儿园设立审批",
                category: "01",
                agency: "1A1",
                division: "511602000000",
                agencyName: "演示区教育局",
                agencyShortName: "演示教",
                statutoryLimit: .workingDays(20),
                statutorySource: "行政许可法§42",
                promisedLimit: .workingDays(15),
                process: ProcessPin(id: "licensing-prompt", version: 1),
                permitName: permitName
            ),
            party: "1P1",
            channel: channel,
            receivedOn: day,
            answerDue: "2026-03-09",
            submission: .present(subject: "1P1", submission),
            queryDigest: "00ff",
            position: position,
            agent: nil,
            prior: prior.map { ForParty($0, party: "1P1") },
            changes: prior.map { _ in
                .present(subject: "1P1", [ChangedAnswer(label: "办学地址", before: "甲路", after: "乙路")])
            },
            reopening: reopening.map { ForParty($0, party: "1P1") }
        )
    }

    static func position() throws -> FlowPosition {
        guard let marking = Marking("running 10 3f") else { throw Misspelt() }
        return FlowPosition(marking: marking, waiting: [FlowPosition.Waiting(step: "receive", post: "handle")])
    }

    static let photo = Photo(
        takenAt: "2026-03-02 09:12:00 +08:00",
        device: "演示牌 M1",
        software: "1.0",
        place: Photo.Place(latitude: 30_473_119, longitude: 106_635_119)
    )

    static let attachment = Attachment(
        blob: "B1",
        key: "00",
        digest: "00ff",
        size: 12,
        name: "申请书.pdf",
        mediaType: "application/pdf"
    )

    private static let submission = Submission(
        answers: [FormAnswer(field: "purpose", label: "申请事由", value: "开办民办幼儿园\n\"全日制\"")],
        materials: [SubmittedMaterial(material: "申请书", attachments: [attachment])]
    )
}
