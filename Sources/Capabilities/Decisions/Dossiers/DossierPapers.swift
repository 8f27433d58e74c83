import BlobStore
import Processes
import Casework
import Documents
import Kernel

/// The sheets that a dossier has beside the papers of the case.
struct DossierPapers {
    /// A line of the index.
    struct Line {
        let volume: String
        let title: String
        let number: String
        let day: Day
        /// As `3` or `3-5`.
        let pages: String
    }

    let found: ArchivedCase
    let party: String
    let closing: Closing
    let retention: Retention
    let isDemonstration: Bool

    private var item: ItemPin { found.opening.item }

    /// - Source: GB/T 9705-2008 (文书档案案卷格式).
    func cover(pages: Int) -> Documents.DocumentContent {
        sheet(
            "案卷封面",
            [
                .title(found.definition.category.chinese + "案卷"),
                .table(
                    .definitions([
                        (term: "立卷单位", value: item.agencyName), (term: "办件编号", value: found.opening.number),
                        (term: "案由（事项）", value: item.name), (term: "当事人", value: party),
                        (
                            term: found.opening.isExOfficio ? "登记日期" : "申请日期",
                            value: found.opening.receivedOn.chinese
                        ),
                        (term: "办结日期", value: closing.on.chinese),
                        (term: "处理结果", value: closing.decision?.summary ?? closing.manner.chinese),
                        (term: "决定文号", value: closing.decision?.number ?? "无"),
                        (term: "保管期限", value: retention.chinese), (term: "卷内页数", value: "\(pages)页"),
                    ])
                ),
            ]
        )
    }

    /// - Source: GB/T 9705-2008 (卷内文件目录).
    func index(_ lines: [Line]) -> Documents.DocumentContent {
        var blocks: [DocumentBlock] = [.title("卷内目录")]
        var volumes: [String] = []
        for line in lines where !volumes.contains(line.volume) { volumes.append(line.volume) }
        for volume in volumes {
            let own = lines.filter { $0.volume == volume }
            blocks += [
                .heading(volume),
                .table(
                    DocumentTable(
                        columns: [
                            .init(title: "序号", share: 2), .init(title: "文号", share: 6), .init(title: "题名", share: 8),
                            .init(title: "日期", share: 4), .init(title: "页号", share: 2),
                        ],
                        rows: own.enumerated().map { index, line in
                            ["\(index + 1)", line.number, line.title, line.day.description, line.pages]
                        }
                    )
                ),
            ]
        }
        return sheet("卷内目录", blocks)
    }

    /// What the party filled in on line: there is no paper of it but this.
    func application(_ submission: Submission) -> Documents.DocumentContent {
        let answers = submission.answers.map { (term: $0.label, value: $0.value) }
        let materials = submission.materials.map { material in
            [material.material, material.attachments.isEmpty ? "未附文件" : "\(material.attachments.count)个文件"]
        }
        return sheet(
            "申请内容和材料清单",
            [
                .title("申请内容和材料清单"),
                .table(
                    .definitions(
                        [
                            (term: "申请事项", value: item.name), (term: "申请人", value: party),
                            (term: "申请日期", value: found.opening.receivedOn.chinese),
                        ] + answers
                    )
                ),
                .heading("申请材料"),
                .table(
                    DocumentTable(
                        columns: [.init(title: "材料", share: 5), .init(title: "文件", share: 2)],
                        rows: materials.isEmpty ? [["无", ""]] : materials
                    )
                ),
            ]
        )
    }

    static let messagesTitle = "办件留言"

    /// What the party and the officers wrote to each other while the case ran; no act of the case.
    func messages(_ conversation: CaseConversation, senders agency: String) -> Documents.DocumentContent {
        sheet(
            DossierPapers.messagesTitle,
            [
                .title(DossierPapers.messagesTitle),
                .paragraph("办理过程中当事人与承办人员的往来留言；不代替告知、送达等有法律效力的文书。"),
                .table(
                    DocumentTable(
                        columns: [
                            .init(title: "序号", share: 1), .init(title: "时间", share: 3), .init(title: "留言人", share: 3),
                            .init(title: "内容", share: 8),
                        ],
                        rows: conversation.messages.map { message in
                            [
                                "\(message.number)", message.at.minuteText, message.from == .party ? "当事人" : agency,
                                message.content?.text ?? "内容已依法删除",
                            ]
                        }
                    )
                ),
            ]
        )
    }

    /// The files that are no pages: where they lie in the package, and how they are recognized.
    func list(of files: [DossierFile]) -> Documents.DocumentContent {
        let rows = files.map { [$0.path, $0.title, $0.remark] }
        return sheet(
            "证据、材料和音像记录清单",
            [
                .title("证据、材料和音像记录清单"),
                .paragraph("下列文件以电子形式保存于本案卷的电子档案包内，文件名即其在档案包内的位置；其SHA-256见档案包的清单（manifest.json）。"),
                .table(
                    DocumentTable(
                        columns: [
                            .init(title: "位置", share: 4), .init(title: "名称", share: 5), .init(title: "说明", share: 6),
                        ],
                        rows: rows.isEmpty ? [["无", "", ""]] : rows
                    )
                ),
            ]
        )
    }

    /// - Source: GB/T 9705-2008 (卷内备考表).
    func backNote(pages: Int, papers: Int, files: Int, missing: [String]) -> Documents.DocumentContent {
        sheet(
            "备考表",
            [
                .title("备考表"),
                .paragraph("本卷共有文书材料\(papers)件、\(pages)页，另有电子文件\(files)个。"),
                .heading("说明"),
                .paragraph(
                    missing.isEmpty
                        ? "无缺损、删除的材料。" : "下列材料已依法删除或者不随卷保存：\(missing.joined(separator: "、"))。"
                ),
                .paragraph("本卷由系统依据办案记录自动组卷。各项办理的记录在日志中的位置和摘要见档案包的清单（manifest.json）。"),
                .table(
                    .definitions([
                        (term: "立卷单位", value: item.agencyName), (term: "办结日期", value: closing.on.chinese),
                        (term: "立卷人", value: ""), (term: "检查人", value: ""),
                    ])
                ),
            ]
        )
    }

    private func sheet(_ title: String, _ blocks: [DocumentBlock]) -> Documents.DocumentContent {
        let demonstration: [DocumentBlock] =
            isDemonstration ? [.paragraph("（演示案卷：人员、事实均为虚构，不具有法律效力。）")] : []
        return Documents.DocumentContent(
            metadataTitle: title,
            created: found.state.lastActAt,
            blocks: blocks.prefix(1) + demonstration + blocks.dropFirst()
        )
    }
}

/// A file of the case that goes into the package.
struct DossierFile {
    let path: String
    let title: String
    let remark: String
    let file: Attachment
}
