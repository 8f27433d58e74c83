import EventLog
import BlobStore
import Casework
import Foundation
import Kernel
import Parties
import WebServer

extension ObjectShape {
    /// The party of a matter: a citizen or an organization.
    static let party = ObjectShape(
        "Party",
        [
            .optional("person", "公民", .object(.person)),
            .optional("organization", "法人或者其他组织", .object(.organization)),
        ],
        isOneOf: true
    )

    static let person = ObjectShape(
        "Person",
        [
            .required("name", "姓名", .text(most: 200)),
            .required("identityNumber", "身份证号", .text(most: 30)),
            .required("mobile", "手机号", .text(most: 30)),
        ]
    )

    static let organization = ObjectShape(
        "Organization",
        [
            .required("name", "单位名称", .text(most: 400)),
            .required("creditCode", "统一社会信用代码", .text(most: 30)),
            .optional("representative", "法定代表人（负责人）", .object(.representative)),
        ]
    )

    static let representative = ObjectShape(
        "Representative",
        [.required("name", "姓名", .text(most: 200)), .optional("mobile", "联系手机号", .text(most: 30))]
    )

    static let file = ObjectShape(
        "File",
        [
            .required("name", "文件名", .text(least: 1, most: 200)),
            .required("mediaType", "文件格式，如application/pdf", .text(least: 3, most: 100)),
            .required("content", "文件内容，base64", .text(least: 4, most: Endpoint.bodyWithFiles)),
        ]
    )

    /// What an applicant hands in.
    static let submission = ObjectShape(
        "Submission",
        [
            .optional("answers", "申请内容", .list(.object(.formAnswer), most: 200)),
            .optional("materials", "申请材料", .list(.object(.material), most: 100)),
        ]
    )

    static let formAnswer = ObjectShape(
        "FormAnswer",
        [
            .required("field", "表单栏目", .text(least: 1, most: 100)),
            .required("label", "栏目名称", .text(most: 200)),
            .required("value", "填写内容", .text()),
        ]
    )

    static let material = ObjectShape(
        "Material",
        [
            .required("material", "材料名称", .text(least: 1, most: 200)),
            .optional("files", "文件", .list(.object(.file), most: 10)),
            .optional("isOnPaper", "是否收存纸质", .boolean),
        ]
    )
}

extension RegisterParty.Applicant {
    init(_ body: Body) throws(Problem) {
        if let person = body.object("person") {
            self = .person(
                name: person.text("name"),
                identityNumber: person.text("identityNumber"),
                mobile: person.text("mobile")
            )
        } else {
            let organization = try body.neededObject("organization")
            self = .organization(
                name: organization.text("name"),
                code: organization.text("creditCode"),
                representative: organization.object("representative").map { person in
                    LegalRepresentative(name: person.text("name"), mobile: person.optionalText("mobile"))
                }
            )
        }
    }
}

extension Call {
    /// Stores the files of a body, each under a key of its own, before anything is recorded.
    ///
    /// Those of an act that is refused afterwards are swept.
    func keep(_ files: [Body]) async throws -> [Attachment] {
        var kept: [Attachment] = []
        for file in files {
            guard let bytes = Data(base64Encoded: file.text("content")), !bytes.isEmpty else {
                throw file.fault("content", "文件内容应为base64，实为不是")
            }
            kept.append(
                try await parts.blobs.keep(
                    Array(bytes),
                    name: FileName.cleaned(file.text("name")),
                    mediaType: file.text("mediaType"),
                    randomness: log.randomness
                )
            )
        }
        return kept
    }

    func keep(submission body: Body) async throws -> Submission {
        var materials: [SubmittedMaterial] = []
        for material in body.objects("materials") {
            let files = try await keep(material.objects("files"))
            materials.append(
                SubmittedMaterial(
                    material: material.text("material"),
                    attachments: files,
                    isOnPaper: material.flag("isOnPaper") ? true : nil
                )
            )
        }
        return Submission(
            answers: body.objects("answers").map { answer in
                FormAnswer(field: answer.text("field"), label: answer.text("label"), value: answer.text("value"))
            },
            materials: materials
        )
    }
}
