import BlobStore
import Processes
import Casework
import Cryptography
import Documents
import Kernel

/// Makes the bound file and the package of one case.
struct DossierBinding {
    struct Made {
        let bound: [UInt8]
        let packed: DossierPackage
        /// The pages that bear a number.
        let pages: Int
        let files: Int
    }

    private struct Leaf {
        let volume: String
        let title: String
        let number: String
        let day: Day
        let file: [UInt8]
        let pages: Int
    }

    private let keeper: DossierKeeper
    private let reading: DossierReading
    private let checkpoint: String
    private let papers: DossierPapers

    init(_ keeper: DossierKeeper, _ reading: DossierReading, checkpoint: String) {
        self.keeper = keeper
        self.reading = reading
        self.checkpoint = checkpoint
        papers = DossierPapers(
            found: reading.found,
            party: reading.party,
            closing: reading.closing,
            retention: reading.retention,
            isDemonstration: keeper.isDemonstration
        )
    }

    private var state: CaseFile { reading.found.state }

    func make() async throws -> Made {
        let limit = try DossierKeeping.shipped().greatestPackage
        let attached = attachments
        let size = (attached.map(\.file) + state.documents.compactMap(\.file)).reduce(0) { $0 + $1.size }
        guard size <= limit else { throw DecisionsError.dossierTooLarge(limit: limit, found: size) }
        var contents: [(path: String, title: String, bytes: [UInt8])] = []
        let leaves = try await leaves(attached, into: &contents)
        let bound = try await bind(leaves, files: attached.count)
        for file in attached {
            contents.append((file.path, file.title, try await keeper.open(file.file, of: reading.found.opening.number)))
        }
        contents.insert(("dossier.pdf", "案卷", bound), at: 0)
        let manifest = DossierManifest(
            form: DossierManifest.form,
            number: reading.found.opening.number,
            item: reading.found.opening.item.name,
            agency: reading.found.opening.item.agencyName,
            closedOn: reading.closing.on,
            retention: reading.retention.text,
            files: contents.map { content in
                DossierManifest.File(
                    path: content.path,
                    title: content.title,
                    size: content.bytes.count,
                    sha256: SHA256Hash.of(content.bytes).hex
                )
            },
            events: reading.events,
            checkpoint: checkpoint
        )
        return Made(
            bound: bound,
            packed: try DossierPackage(manifest, contents.map { ($0.path, $0.bytes) }),
            pages: leaves.reduce(0) { $0 + $1.pages },
            files: contents.count
        )
    }

    /// The papers with what was applied for before them and the list of files behind them.
    private func leaves(
        _ attached: [DossierFile],
        into contents: inout [(path: String, title: String, bytes: [UInt8])]
    ) async throws -> [Leaf] {
        var leaves: [Leaf] = []
        let placed = try DossierOrder.shipped().placed(state.documents, of: reading.found.definition.category)
        let first = placed.first?.volume ?? "正卷"
        if let submission = state.submission {
            let title = "申请内容和材料清单"
            leaves.append(
                try await leaf(papers.application(submission), first, title, reading.found.opening.receivedOn)
            )
        }
        for (index, paper) in placed.enumerated() {
            guard let file = paper.document.file else { continue }
            let bytes = try await keeper.open(file, of: paper.document.number)
            contents.append(("documents/\(DossierBinding.digits(index + 1)).pdf", paper.document.name, bytes))
            leaves.append(
                Leaf(
                    volume: paper.volume,
                    title: paper.document.name,
                    number: paper.document.number,
                    day: paper.document.issuedOn,
                    file: bytes,
                    pages: try await keeper.renderer.pageCount(of: bytes)
                )
            )
        }
        var sheets: [Leaf] = []
        if let last = reading.conversation.messages.last {
            let content = papers.messages(reading.conversation, senders: reading.found.opening.item.agencyName)
            sheets.append(try await leaf(content, first, DossierPapers.messagesTitle, last.at.day))
        }
        let list = try await leaf(papers.list(of: attached), first, "证据、材料和音像记录清单", reading.closing.on)
        // Behind the last paper of the volume that the party may see.
        let place = leaves.lastIndex { $0.volume == first }.map { $0 + 1 } ?? 0
        leaves.insert(contentsOf: sheets + [list], at: place)
        return leaves
    }

    private func leaf(
        _ content: Documents.DocumentContent,
        _ volume: String,
        _ title: String,
        _ day: Day
    ) async throws -> Leaf {
        let file = try await keeper.renderer.render(content)
        return Leaf(
            volume: volume,
            title: title,
            number: "",
            day: day,
            file: file,
            pages: try await keeper.renderer.pageCount(of: file)
        )
    }

    private func bind(_ leaves: [Leaf], files: Int) async throws -> [UInt8] {
        var used: [String: Int] = [:]
        let lines = leaves.map { leaf in
            let start = used[leaf.volume, default: 0] + 1
            let end = start + leaf.pages - 1
            used[leaf.volume] = end
            return DossierPapers.Line(
                volume: leaf.volume,
                title: leaf.title,
                number: leaf.number,
                day: leaf.day,
                pages: start == end ? "\(start)" : "\(start)-\(end)"
            )
        }
        let pages = leaves.reduce(0) { $0 + $1.pages }
        let back = papers.backNote(pages: pages, papers: leaves.count, files: files, missing: missing)
        let renderer = keeper.renderer
        let opening = reading.found.opening
        return try await renderer.bind(
            BoundFile(
                title: "\(opening.number) \(opening.item.name)案卷",
                author: opening.item.agencyName,
                created: state.lastActAt,
                parts: [
                    BoundFile.Part(title: "案卷封面", file: try await renderer.render(papers.cover(pages: pages))),
                    BoundFile.Part(title: "卷内目录", file: try await renderer.render(papers.index(lines))),
                ]
                    + leaves.map { BoundFile.Part(title: $0.title, file: $0.file, stamp: "\($0.volume) ") }
                    + [BoundFile.Part(title: "备考表", file: try await renderer.render(back))]
            )
        )
    }

    /// What parties and officers brought in; of recordings only those that are evidence, for the others are kept shorter.
    private var attachments: [DossierFile] {
        var files: [DossierFile] = []
        for (index, material) in (state.submission?.materials ?? []).enumerated() {
            add(material.attachments, "materials", index + 1, "申请材料：\(material.material)", to: &files)
        }
        for filed in state.evidence {
            guard let evidence = filed.evidence else { continue }
            let remark = "\(evidence.kind.chinese)：\(evidence.name)；证明\(evidence.shows)；来源\(evidence.origin)"
            add(evidence.files, "evidence", filed.number, remark, evidence.photos, to: &files)
        }
        for filed in state.recordings {
            guard let recording = filed.recording, recording.isEvidence else { continue }
            let remark = "音像记录：\(recording.content)；\(recording.place)；设备\(recording.device)"
            add(recording.files, "recordings", filed.number, remark, recording.photos, to: &files)
        }
        for message in reading.conversation.messages {
            let remark = "办件留言第\(message.number)条的附件"
            add(message.content?.files ?? [], "messages", message.number, remark, to: &files)
        }
        return files
    }

    private var missing: [String] {
        state.documents.filter { $0.file == nil }.map(\.name)
            + state.evidence.filter { $0.evidence == nil }.map { "证据\($0.number)" }
            + reading.conversation.messages.filter { $0.content == nil }.map { "办件留言\($0.number)" }
            + state.recordings.filter { $0.recording?.isEvidence != true }.map {
                "音像记录\($0.number)（保管期限\($0.retention.chinese)）"
            }
    }

    private func add(
        _ attachments: [Attachment],
        _ folder: String,
        _ number: Int,
        _ remark: String,
        _ photos: [String: Photo]? = nil,
        to files: inout [DossierFile]
    ) {
        for (index, file) in attachments.enumerated() {
            // A name from outside is told and never becomes a path.
            let ending = file.name.split(separator: ".").last.map { $0.lowercased() } ?? ""
            let known = ["pdf", "jpg", "jpeg", "png", "mp4", "mp3", "wav", "docx", "xlsx", "txt"].contains(ending)
            let path = "\(folder)/\(DossierBinding.digits(number))-\(index + 1)" + (known ? ".\(ending)" : "")
            let said = [remark, photos?[file.blob]?.chinese].compactMap(\.self).joined(separator: "；")
            files.append(DossierFile(path: path, title: file.name, remark: said, file: file))
        }
    }

    private static func digits(_ number: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, 3 - text.count)) + text
    }
}
