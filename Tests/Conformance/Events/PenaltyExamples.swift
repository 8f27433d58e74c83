import BlobStore
@testable import Casework
import Discretion
import EventLog
import Kernel
import Sanctions
import TimeLimits
import WorkflowEngine

extension EventExamples {
    /// The facts of a case that the agency took up by itself.
    static func penalty() throws -> [any EventPayload] {
        let opening = try received(channel: .online, permitName: nil, at: position())
        let clue = Clue(
            source: .complaint,
            facts: "未取得办学许可证招收幼儿",
            place: "演示路一百号",
            happenedOn: "2026-02-27",
            endedOn: "2026-03-01",
            isGrave: true
        )
        let fine = [Sanction(.warning), Sanction(.fine, amount: .yuan(5_000)), Sanction(.closure, object: "演示班")]
        return [
            CaseOpened(
                number: Open("511602-20260302-00001"),
                item: opening.item,
                party: "1P1",
                registeredOn: day,
                clue: .present(subject: "1P1", clue),
                position: try position(),
                split: nil,
                handover: nil,
                reopening: nil
            ),
            CaseOpened(
                number: Open("511602-20260302-00003"),
                item: opening.item,
                party: "1P1",
                registeredOn: day,
                clue: .present(subject: "1P1", clue),
                position: try position(),
                split: ForParty(
                    SplitOrigin(
                        caseFile: "1C1",
                        number: "511602-20260302-00001",
                        foundOn: day,
                        filedOn: day,
                        prolongations: [.calendarDays(30)],
                        excluded: [ExcludedSpan(.appraisal, stopped: day, ended: "2026-03-05")]
                    ),
                    party: "1P1"
                ),
                handover: nil,
                reopening: nil
            ),
            CaseOpened(
                number: Open("511602-20260302-00004"),
                item: opening.item,
                party: "1P1",
                registeredOn: day,
                clue: .present(subject: "1P1", clue),
                position: try position(),
                split: nil,
                handover: ForParty(
                    HandoverOrigin(
                        caseFile: "1C1",
                        number: "511602-20260302-00001",
                        agencyName: "演示区民政局",
                        foundOn: day
                    ),
                    party: "1P1"
                ),
                reopening: nil
            ),
            CaseHandedOver(
                recipient: Open(
                    CaseHandedOver.Recipient(name: "演示区民政局", caseFile: "1C4", number: "511602-20260302-00004")
                ),
                designation: Open(""),
                reasons: ForParty("违法行为发生在该机关管辖范围内", party: "1P1"),
                position: try position()
            ),
            CaseHandedOver(
                recipient: Open(CaseHandedOver.Recipient(name: "邻区教育局")),
                designation: Open("演示市教育局指定管辖决定〔2026〕1号"),
                reasons: ForParty("违法行为发生在该机关管辖范围内", party: "1P1"),
                position: try position()
            ),
            CaseMerged(
                leading: "1C1",
                leadingNumber: Open("511602-20260302-00001"),
                reasons: Open("同一当事人的两件案件一并查处"),
                position: try position()
            ),
            CaseTakenIn(
                merged: "1C2",
                mergedNumber: Open("511602-20260302-00002"),
                clue: .present(subject: "1P1", clue),
                reasons: Open("同一当事人的两件案件一并查处")
            ),
            CaseSplit(
                apart: "1C3",
                apartNumber: Open("511602-20260302-00003"),
                evidence: [1, 2],
                reasons: Open("另一行为需要单独查明")
            ),
            CaseFiled(
                filedOn: day,
                statutory: .calendarDays(90),
                promised: .calendarDays(60),
                due: DueDays(promised: "2026-05-01", statutory: "2026-05-31", isProvisional: false)
            ),
            DocumentsWritten(
                step: "conclude",
                documents: .present(
                    subject: "1P1",
                    [
                        DocumentRecord(
                            document: "调查终结报告",
                            entries: [
                                DocumentEntry(key: "facts", label: "查明的事实", text: "未取得办学许可证招收幼儿"),
                                DocumentEntry(key: "items", label: "清单", text: "", rows: [["课桌", "二十张"]]),
                            ]
                        )
                    ]
                )
            ),
            EvidenceAdded(
                number: 1,
                evidence: .present(
                    subject: "1P1",
                    Evidence(
                        kind: .physical,
                        name: "现场照片",
                        shows: "招收幼儿",
                        origin: "现场拍摄",
                        obtainedOn: day,
                        files: [attachment]
                    )
                ),
                collectors: ["1O1", "1O2"]
            ),
            EvidenceAdded(
                number: 2,
                evidence: .present(
                    subject: "1P1",
                    Evidence(
                        kind: .physical,
                        name: "现场照片",
                        shows: "招收幼儿",
                        origin: "现场拍摄",
                        obtainedOn: day,
                        files: [attachment],
                        photos: [attachment.blob: photo]
                    )
                ),
                collectors: ["1O1", "1O2"]
            ),
            EvidenceAdded(
                number: 3,
                evidence: .present(
                    subject: "1P1",
                    Evidence(
                        kind: .inspectionRecord,
                        name: "《检查笔录》现场签名件",
                        shows: "招收幼儿",
                        origin: "现场制作",
                        obtainedOn: day,
                        files: [attachment],
                        taking: FieldTaking(
                            times: fieldTimes,
                            record: SignedRecord(
                                name: "《检查笔录》",
                                file: attachment.name,
                                digest: "00ff",
                                signatures: [
                                    FieldSignature(
                                        role: .officer,
                                        name: "演示乙",
                                        signedAt: fieldTimes.madeAt,
                                        file: attachment.name,
                                        refusal: nil
                                    ),
                                    FieldSignature(
                                        role: .party,
                                        name: "演示甲",
                                        signedAt: fieldTimes.madeAt,
                                        file: nil,
                                        refusal: "认为没有违法"
                                    ),
                                ]
                            )
                        )
                    )
                ),
                collectors: ["1O1", "1O2"]
            ),
            EvidenceAdded(
                number: 4,
                evidence: .present(
                    subject: "1P1",
                    Evidence(
                        kind: .audiovisual,
                        name: "现场照片",
                        shows: "招收幼儿",
                        origin: "现场取得",
                        obtainedOn: day,
                        files: [attachment],
                        taking: FieldTaking(times: fieldTimes)
                    )
                ),
                collectors: ["1O1"]
            ),
            RecordingFiled(
                number: 1,
                step: "investigate",
                recording: .present(
                    subject: "1P1",
                    Casework.Recording(
                        way: .bodyCamera,
                        content: "现场检查全过程",
                        place: "演示路一百号",
                        device: "DSJ-0012",
                        startedAt: Instant("2026-03-02", hour: 9),
                        minutes: 35,
                        interruption: "更换电池",
                        isEvidence: true,
                        files: [attachment]
                    )
                ),
                recorder: "1O1",
                retention: .asDossier
            ),
            RecordingFiled(
                number: 2,
                step: "investigate",
                recording: .present(
                    subject: "1P1",
                    Casework.Recording(
                        way: .bodyCamera,
                        content: "现场检查全过程",
                        place: "演示路一百号",
                        device: "DSJ-0012",
                        startedAt: Instant("2026-03-02", hour: 9),
                        minutes: 35,
                        interruption: "更换电池",
                        isEvidence: true,
                        files: [attachment],
                        photos: [attachment.blob: photo]
                    )
                ),
                recorder: "1O1",
                retention: .asDossier
            ),
            PenaltyProposed(
                proposal: ForParty(
                    Proposal(broken: "民办教育促进法§12", basis: "民办教育促进法§64", sanctions: fine, discretion: "一般"),
                    party: "1P1"
                ),
                weighed: nil
            ),
            PenaltyProposed(
                proposal: ForParty(
                    Proposal(broken: "民办教育促进法§12", basis: "民办教育促进法§64", sanctions: fine, discretion: ""),
                    party: "1P1"
                ),
                weighed: ForParty(weighed, party: "1P1")
            ),
            NoticeServed(step: "notice", way: .direct, servedOn: day, note: "当事人签收"),
            PaymentReceived(amount: .yuan(5_150), surcharge: .yuan(150), paidOn: day, receipt: "51160026030001"),
            DecisionMade(
                kind: Open(.imposed),
                number: Open("演示教罚〔2026〕1号"),
                decidedOn: Open(day),
                content: Open(fine.chinese),
                validFrom: Open(nil),
                validThrough: Open(nil),
                permitNumber: Open(nil),
                reasons: ForParty("事实清楚，证据确凿", party: "1P1"),
                title: "行政处罚决定书",
                sanctions: fine,
                weighed: ForParty(weighed, party: "1P1")
            ),
        ]
    }

    /// A fine below its grade, with the reason.
    private static let weighed = Weighed(
        weighing: Weighing(
            version: 2,
            situation: "open",
            circumstances: [Circumstance("first", .option("是")), Circumstance("days", .number(20))],
            base: 1_000_000,
            departure: "当事人主动配合并退还全部学费"
        ),
        benchmark: "《民办教育行政处罚裁量基准》",
        situation: "擅自办学",
        grade: "较轻",
        direction: .lenient,
        reasons: ["是否初次违法：是", "办学时间：20日，属于“不满30日”"],
        measures: ["罚款6000元以上1万元以下"],
        departures: ["罚款应为6,000.00元至10,000.00元，实为5,000.00元"]
    )

    /// What is done to a case beside its steps.
    static func upkeep() throws -> [any EventPayload] {
        let mapping = FlowMapping([.init(from: "review", to: "recheck"), .init(from: "ask", to: nil)])
        return [
            StepAssigned(step: "identify", officer: "1O2", reason: "按分工办理", isHandedOn: nil),
            StepAssigned(step: "identify", officer: "1O2", reason: "借调离岗", isHandedOn: true),
            TransitionDecided(
                grounds: ["取消@2026-03-03", "风筝法@2"],
                law: .former,
                provision: "取消决定第三条",
                reasons: ForParty("信赖利益应予保护", party: "1P1")
            ),
            PermitCancelled(
                ground: Open(.organizationEnded),
                reasons: Open("办学者已依法终止，办理注销手续"),
                cancelledOn: Open(day)
            ),
            AssistantsChanged(added: ["1O3"], removed: ["1O4"], reason: "案情复杂"),
            StepAssigned(step: "identify", officer: nil, reason: "外出办案", isHandedOn: nil),
            StepUrged(step: "identify", reason: "请尽快办理"),
            StepSigned(
                step: "discuss",
                agrees: true,
                opinion: "同意",
                outcome: "discussed",
                position: try position()
            ),
            StepSigned(step: "discuss", agrees: false, opinion: "不同意", outcome: nil, position: try position()),
            SignersChanged(
                step: "discuss",
                added: ["1O2", "1O3"],
                removed: ["1O4"],
                reason: "集体讨论",
                position: try position()
            ),
            MigrationProposed(
                from: ProcessPin(id: "demo", version: 1),
                to: ProcessPin(id: "demo", version: 2),
                mapping: mapping,
                cases: ["1C1", "1C2"],
                reason: "新版增加法制审核"
            ),
            MigrationDeclined(reason: "依据尚未施行"),
            ProcessMigrated(
                from: ProcessPin(id: "demo", version: 1),
                to: ProcessPin(id: "demo", version: 2),
                mapping: mapping,
                plan: "1G1",
                goesBack: false,
                proposedBy: "1O1",
                reason: "新版增加法制审核",
                position: try position()
            ),
            CaseTerminated(
                ground: .partyGone,
                reasons: ForParty("申请人已死亡", party: "1P1"),
                position: try position()
            ),
            DecisionCorrected(
                content: Open("准予设立演示幼儿园"),
                previous: Open("准于设立演示幼儿园"),
                reasons: ForParty("笔误", party: "1P1")
            ),
            DecisionRevoked(ground: Open(.unlawful), reasons: Open("依法自行撤销"), revokedOn: Open(day)),
        ]
    }
}
