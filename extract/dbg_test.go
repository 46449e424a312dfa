package extract
import ("testing";"os";"fmt";"bufio";"encoding/json";"dateline/extract/article";"dateline/extract/token";"dateline/extract/trigger";"dateline/extract/actor";"dateline/extract/phrase")
func TestDbg(t *testing.T){
 f,_:=os.Open(os.Getenv("DBG")); sc:=bufio.NewScanner(f); sc.Buffer(nil,1<<24)
 for sc.Scan(){ var r article.Record; json.Unmarshal(sc.Bytes(),&r); a,_:=article.FromRecord(r); d,_:=token.Parse(a.Text,article.BlockSpans(a))
  for _,h:=range trigger.Find(d){ m,o,_:=trigger.Modality(d,h); fmt.Println("HIT",h.Kind,d.Slice(h.Span),h.Form,"cons",h.Consequence,"gen",h.Generic,"ana",h.Anaphoric,"mut",h.Mutual,"sup",h.Support,m,o,h.Rule)}
  for _,h:=range actor.Find(d,0){ fmt.Println("ACT",h.Text,"|",h.Name.Name,h.ID,h.Sector,h.Rule)}
  for _,s:=range d.Sentences { p:=phrase.Parse(d,s,nil); for _,c:=range p.Chunks{ fmt.Print("[",c.Kind," ",p.Text(c.First,c.Last)," "); for i:=c.First;i<c.Last;i++{fmt.Print(d.Tokens[i].Tag," ")}; fmt.Print("]")}; fmt.Println()}
 }
}
