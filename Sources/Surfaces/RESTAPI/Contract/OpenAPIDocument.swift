import Access
import CanonicalJSON
import Processes
import WebServer

/// The contract of the surface in OpenAPI 3.1, made from the operations that are served.
///
/// `openapi.json` beside this folder is its record; a test holds the two equal.
struct OpenAPIDocument {
    let operations: [Endpoint]

    var value: JSONValue {
        .object([
            "openapi": "3.1.0",
            "info": [
                "title": "衡鉴接口", "version": "1.0.0",
                "summary": "行政权力公开透明运行：办理、查询",
                "description": """
                供其他部门的系统使用。每一次办理都以令牌所属工作人员的身份、由令牌所属岗位作出，证件、岗位、分工、期限的要求与办案工作台相同。\
                日期为公历日期，金额为以元为单位的文字，空缺的项目不出现。
                """,
                "license": ["name": "内部使用", "identifier": "LicenseRef-hengjian"],
            ],
            "servers": [["url": .string(RESTAPI.prefix)]],
            "security": [["token": []]],
            "tags": .array(OpenAPIDocument.tags.map { ["name": .string($0)] }),
            "paths": .object(paths),
            "components": [
                "securitySchemes": [
                    "token": [
                        "type": "http", "scheme": "bearer",
                        "description": "在“账号与安全”页的“接口令牌”处签发；只出现一次，一年以内有效",
                    ]
                ],
                "schemas": .object(schemas),
                "responses": [
                    "Problem": [
                        "description": "没有办理，也没有留下任何改动；code说明原因，article为依据",
                        "content": ["application/problem+json": ["schema": OpenAPIDocument.reference("Problem")]],
                    ]
                ],
            ],
        ])
    }

    private static let tags = ["查询", "办理"]

    private static func reference(_ name: String) -> JSONValue { ["$ref": .string("#/components/schemas/\(name)")] }

    private var paths: [String: JSONValue] {
        var paths: [String: [String: JSONValue]] = [:]
        for operation in operations {
            paths[operation.path, default: [:]][operation.method.rawValue.lowercased()] = text(of: operation)
        }
        return paths.mapValues(JSONValue.object)
    }

    private func text(of operation: Endpoint) -> JSONValue {
        let sources = operation.sources.map(\.description).joined(separator: "；")
        var members: [String: JSONValue] = [
            "operationId": .string(operation.name), "summary": .string(operation.title),
            "tags": [.string(OpenAPIDocument.tags[operation.method.isSafe ? 0 : 1])],
            "responses": [
                "\(operation.status)": success(operation), "default": ["$ref": "#/components/responses/Problem"],
            ],
        ]
        if !sources.isEmpty { members["description"] = .string("依据：\(sources)") }
        let parameters = pathParameters(operation) + queryParameters(operation) + headers(operation)
        if !parameters.isEmpty { members["parameters"] = .array(parameters) }
        if let body = operation.body {
            members["requestBody"] = [
                "required": true,
                "content": ["application/json": ["schema": OpenAPIDocument.reference(body.name)]],
            ]
        }
        return .object(members)
    }

    private func success(_ operation: Endpoint) -> JSONValue {
        var members: [String: JSONValue] = ["description": operation.method.isSafe ? "查询结果" : "已办理"]
        switch operation.answer {
        case .json(let shape):
            members["content"] = ["application/json": ["schema": OpenAPIDocument.reference(shape.name)]]
        case .file(let type): members["content"] = .object([type: ["schema": ["type": "string"]]])
        }
        if !operation.method.isSafe {
            members["headers"] = [
                "Idempotent-Replayed": [
                    "description": "同一幂等键此前已办理，本次只重复当时的回答", "schema": ["type": "string", "enum": ["true"]],
                ]
            ]
        }
        return .object(members)
    }

    private func pathParameters(_ operation: Endpoint) -> [JSONValue] {
        RoutePath(stringLiteral: operation.path).segments.compactMap { segment in
            guard case .parameter(let name) = segment else { return nil }
            return ["name": .string(name), "in": "path", "required": true, "schema": ["type": "string"]]
        }
    }

    private func queryParameters(_ operation: Endpoint) -> [JSONValue] {
        operation.query.map { parameter in
            [
                "name": .string(parameter.name), "in": "query", "description": .string(parameter.title),
                "schema": parameter.shape.schema,
            ]
        }
    }

    private func headers(_ operation: Endpoint) -> [JSONValue] {
        guard !operation.method.isSafe else { return [] }
        let key: JSONValue = [
            "name": "Idempotency-Key", "in": "header", "required": true,
            "description": "由调用方给出；同一键同一内容只办理一次，同一键另一内容不予办理",
            "schema": ["type": "string", "minLength": 8, "maxLength": 80],
        ]
        guard operation.seen != .nothing else { return [key] }
        let seen: JSONValue = [
            "name": "If-Match", "in": "header", "required": true,
            "description": .string("所见的\(operation.seen == .caseFile ? "办件" : "公示")版本，即查询所得的ETag；已有新的办理时回答412"),
            "schema": ["type": "string", "pattern": "^\"[0-9]+\"$"],
        ]
        return [key, seen]
    }

    private var schemas: [String: JSONValue] {
        var schemas: [String: JSONValue] = ["Problem": OpenAPIDocument.problem]
        for shape in OpenAPIDocument.shapes(of: operations) { schemas[shape.name] = shape.schema }
        return schemas
    }

    /// Every object that goes in or comes out.
    static func shapes(of operations: [Endpoint]) -> [ObjectShape] {
        operations.flatMap { operation -> [ObjectShape] in
            var shapes = operation.body?.all ?? []
            if case .json(let shape) = operation.answer { shapes += shape.all }
            return shapes
        }
    }

    private static let problem: JSONValue = [
        "type": "object", "required": ["type", "title", "status", "detail", "code", "instance"],
        "additionalProperties": false,
        "properties": [
            "type": ["type": "string", "description": "说明这一原因的地址"],
            "title": ["type": "string", "description": "哪一类原因"],
            "status": ["type": "integer"], "detail": ["type": "string", "description": "应为什么，实为什么"],
            "code": ["type": "string", "description": "原因的代码，发布后不再改变"],
            "article": ["type": "string", "description": "依据的条款"],
            "instance": ["type": "string", "description": "请求编号"],
            "version": ["type": "integer", "description": "现在的版本，仅412"],
            "errors": [
                "type": "array",
                "items": [
                    "type": "object", "required": ["pointer", "detail"], "additionalProperties": false,
                    "properties": [
                        "pointer": ["type": "string", "description": "请求内容中的位置（RFC 6901）"],
                        "detail": ["type": "string"],
                    ],
                ],
            ],
        ],
    ]
}

extension Shape {
    /// The shape as JSON Schema 2020-12 has it.
    var schema: JSONValue {
        switch self {
        case .text(let least, let most):
            .object(
                ["type": "string", "maxLength": .integer(Int64(most))]
                    .merging(least > 0 ? ["minLength": .integer(Int64(least))] : [:]) { first, _ in first }
            )
        case .day: ["type": "string", "format": "date"]
        case .moment: ["type": "string", "format": "date-time"]
        case .money: ["type": "string", "pattern": #"^[0-9]{1,14}(\.[0-9]{1,2})?$"#]
        case .integer: ["type": "integer"]
        case .boolean: ["type": "boolean"]
        case .choice(let choices):
            [
                "type": "string", "enum": .array(choices.map { .string($0.value) }),
                "description": .string(choices.map { "\($0.value)：\($0.title)" }.joined(separator: "；")),
            ]
        case .list(let element, let most):
            ["type": "array", "maxItems": .integer(Int64(most)), "items": element.schema]
        case .object(let shape): ["$ref": .string("#/components/schemas/\(shape.name)")]
        }
    }
}

extension ObjectShape {
    fileprivate var schema: JSONValue {
        var properties: [String: JSONValue] = [:]
        for field in fields {
            guard case .object(var members) = field.shape.schema else { continue }
            members["title"] = .string(field.title)
            properties[field.name] = .object(members)
        }
        var members: [String: JSONValue] = [
            "type": "object", "additionalProperties": false, "properties": .object(properties),
        ]
        let required = fields.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { members["required"] = .array(required) }
        if isOneOf {
            members["minProperties"] = 1
            members["maxProperties"] = 1
        }
        return .object(members)
    }
}
