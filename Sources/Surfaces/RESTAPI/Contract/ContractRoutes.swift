import CanonicalJSON
import Access
import WebServer

extension RESTAPI {
    /// The contract itself, for everybody: it tells nothing that is not in this program's source.
    var contractRoutes: [APIRoute] {
        let contract = OpenAPIDocument(operations: RESTAPI.operations).value.canonicalBytes
        return [
            APIRoute(.get, "/api/v1/openapi.json", name: "api.contract", access: .everyone, sender: .program) { _, _ in
                var answer = WebAnswer.json(contract)
                answer.caching = .everybody(seconds: 300)
                return answer
            }
        ]
    }
}
